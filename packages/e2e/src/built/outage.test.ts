import { API_KEY } from '@layerkick/workos-local/accounts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leaksIn } from '../log-scan.ts';
import { type Action, ACTIONS } from '../outage/actions.ts';
import { BACK, DOWN, type Fault, KEYS_DOWN, UP } from '../outage/faults.ts';
import { setStage, type Stage, startTheatre, type Theatre, type Token, TOKENS } from '../outage/stage.ts';

/** What everybody sees when WorkOS fails, whichever way it fails. The token is that of the session, key or bearer. */
type Specification = Readonly<Record<Action, Readonly<Record<Token, string>>>>;

// prettier-ignore
const AS_EVER: Specification = {
  //           valid                    expired                     missing
  read:       { valid: 'shown',         expired: 'shown',           missing: 'sign in first' },
  write:      { valid: 'done',          expired: 'done',            missing: 'credential_missing' },
  'sign-in':  { valid: 'to WorkOS',     expired: 'to WorkOS',       missing: 'to WorkOS' },
  callback:   { valid: 'signed in',     expired: 'signed in',       missing: 'signed in' },
  'sign-out': { valid: 'signed out',    expired: 'signed out',      missing: 'was not signed in' },
  'API key':  { valid: 'accepted',      expired: 'accepted',        missing: 'credential_missing' },
  bearer:     { valid: 'accepted',      expired: 'token_expired',   missing: 'credential_missing' },
};

// prettier-ignore
const WHILE_DOWN: Specification = {
  ...AS_EVER,
  read:       { ...AS_EVER.read,        expired: 'shown, with a banner' },
  write:      { ...AS_EVER.write,       expired: 'read_only_for_now' },
  callback:   { valid: '“Try again”',   expired: '“Try again”',     missing: '“Try again”' },
  'API key':  { ...AS_EVER['API key'],  expired: 'accepted, to read' },
};

const FAULTS: readonly (readonly [name: string, fault: Fault, specification: Specification])[] = [
  [UP.name, UP, AS_EVER],
  ...DOWN.map((fault) => [fault.name, fault, WHILE_DOWN] as const),
  [KEYS_DOWN.name, KEYS_DOWN, AS_EVER],
  [BACK.name, BACK, AS_EVER],
];
const CELLS = TOKENS.flatMap((token) =>
  (Object.keys(ACTIONS) as Action[]).map((action) => ({ token, action })),
);

let theatre: Theatre;

beforeAll(async () => {
  theatre = await startTheatre();
});
afterAll(async () => {
  await theatre.gate.shut();
  await theatre.app.close();
});

describe.each(FAULTS)('WorkOS %s', (_name, fault, specification) => {
  let stage: Stage;
  const seen = new Map<string, string>();

  beforeAll(async () => {
    stage = await setStage(theatre);
    await fault.begin(stage);
    // All at once, as people come. Where WorkOS hangs, it goes on hanging for longer than this may take.
    const outcomes = CELLS.map(async ({ token, action }) => {
      seen.set(`${token} ${action}`, await ACTIONS[action](stage, token));
    });
    await Promise.all(outcomes);
  });

  test.each(CELLS)('token $token, $action', ({ token, action }) => {
    expect(seen.get(`${token} ${action}`)).toBe(specification[action][token]);
  });

  test.runIf(specification === WHILE_DOWN)('afterwards everybody is still signed in', async () => {
    theatre.app.workos.faults.clear();
    await theatre.gate.open();
    // As long as Retry-After asks and an open circuit waits.
    await stage.putClockForward(61_000);
    expect(await ACTIONS.read(stage, 'expired')).toBe('shown');
    expect(await ACTIONS.read(stage, 'valid')).toBe('shown');
    expect(await ACTIONS.write(stage, 'expired')).toBe('done');
  });
});

test('the log of all this holds no token, secret or address, and one line per request', () => {
  const logged = theatre.app.logs();
  const secrets = { 'the API key': API_KEY, 'the cookie password': theatre.app.cookiePassword };
  expect(leaksIn(logged, secrets)).toEqual([]);
  const requests = logged.filter((line) => line.includes('"event":"request"'));
  const degraded = requests.filter((line) => line.includes('"degraded":true'));
  expect(degraded.some((line) => line.includes('"route":"/stats/$hash"'))).toBe(true);
  expect(requests.some((line) => line.includes('"workosOutcomes":"429"'))).toBe(true);
});
