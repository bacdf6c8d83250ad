import { expect, test } from 'vitest';
import type { Cookies } from '../cookie.ts';
import type { RefreshOutcome } from '../provider.ts';
import type { TokenCheck } from '../tokens/verify.ts';
import { cookieOrKvStore } from './cookie-or-kv-store.ts';
import type { KeptSessions } from './kept-sessions.ts';
import { type KnownSession, knownSessions } from './known-sessions.ts';
import { GRACE_MS } from './policy.ts';
import { LONGEST_SESSION_MS } from './policy.ts';
import { resolveKnown, resolveSession, type SessionParts } from './resolve-session.ts';
import { sealJson, unsealJson } from './seal.ts';
import type { Session } from './session.ts';

const now = 1_800_000_000_000;
const passwords = {
  current: 'the-password-in-use-of-at-least-32-characters',
  previous: 'the-password-before-of-at-least-32-characters',
};
const opened = (accessToken: string): Session => ({
  accessToken,
  refreshToken: `refresh-${accessToken}`,
  user: { id: 'user_1', email: 'a@example.test', locale: 'de' },
  authenticationMethod: 'GoogleOAuth',
});

const claims = (exp: number) => ({
  iss: 'https://api.workos.com',
  sub: 'user_1',
  sid: 'session_1',
  client_id: 'client_1',
  exp,
});

const noAnswer = { kind: 'transient', reason: 'timeout' } as const;

/** A provider that knows tokens by their names. */
function check(accessToken: string): TokenCheck {
  if (accessToken === 'keys-down') return { kind: 'unavailable' };
  if (accessToken === 'forged') return { kind: 'refused', reason: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' };
  if (accessToken === 'expired') return { kind: 'expired', claims: claims(now / 1000 - 60) };
  if (accessToken === 'long-expired') return { kind: 'expired', claims: claims((now - GRACE_MS) / 1000) };
  const valid = claims(now / 1000 + (accessToken === 'near-expiry' ? 30 : 300));
  return { kind: 'valid', claims: accessToken === 'of-another' ? { ...valid, sub: 'user_2' } : valid };
}

const log = { warn: () => undefined, error: () => undefined };
const down = () => Promise.reject(new Error('KV is down'));
const outOfReach: KeptSessions = {
  read: down,
  write: down,
  retire: down,
  delete: down,
  of: down,
  deleteOf: down,
};

function partsWith(change: { refreshed?: RefreshOutcome; revoked?: boolean | Error } = {}) {
  const spent: string[] = [];
  const parts: SessionParts = {
    provider: { verify: (token) => Promise.resolve(check(token)) },
    store: cookieOrKvStore({ place: 'cookie', kept: outOfReach, passwords, clock: () => now, log }),
    revoked: {
      has: () =>
        change.revoked instanceof Error
          ? Promise.reject(change.revoked)
          : Promise.resolve(change.revoked ?? false),
    },
    refresh: ({ refreshToken }) => {
      spent.push(refreshToken);
      return Promise.resolve(change.refreshed ?? { kind: 'refreshed', session: opened('new') });
    },
    clock: () => now,
    log,
  };
  return { parts, spent };
}

async function holding(accessToken: string, password = passwords.current): Promise<Cookies> {
  return new Map([['wos-session', await sealJson(opened(accessToken), { current: password })]]);
}

async function signedInAt(moment: number): Promise<Cookies> {
  const session = { ...opened('expired'), signedInAt: moment };
  return new Map([['wos-session', await sealJson(session, passwords)]]);
}

test('nobody', async () => {
  expect(await resolveSession(new Map(), partsWith().parts)).toEqual({ kind: 'signed-out', setCookies: [] });
});

test('a valid session asks for no refresh and sets no cookie', async () => {
  const { parts, spent } = partsWith();
  const outcome = await resolveSession(await holding('valid'), parts);
  expect(outcome).toMatchObject({ kind: 'signed-in', setCookies: [], session: { user: { id: 'user_1' } } });
  expect(spent).toEqual([]);
});

test('an expired one is renewed, and the new session goes into the cookie', async () => {
  const { parts, spent } = partsWith();
  const outcome = await resolveSession(await holding('expired'), parts);
  expect(outcome).toMatchObject({ kind: 'signed-in', session: { accessToken: 'new' } });
  expect(outcome.setCookies.map(({ name }) => name)).toEqual(['wos-session']);
  expect(spent).toEqual(['refresh-expired']);
});

test('renewing a session is not signing in again: when that was stays as it is', async () => {
  expect(await resolveSession(await signedInAt(now - 60_000), partsWith().parts)).toMatchObject({
    session: { accessToken: 'new', signedInAt: now - 60_000 },
  });
});

test.each(['forged', 'unreadable'])('a session that is %s is signed out and deleted', async (what) => {
  const cookies = what === 'forged' ? await holding('forged') : new Map([['wos-session', 'unreadable']]);
  const outcome = await resolveSession(cookies, partsWith().parts);
  expect(outcome.kind).toBe('signed-out');
  expect(outcome.setCookies[0]?.header).toContain('Max-Age=0');
});

test('somebody who signed in a year ago is signed out, and the refresh token is not spent', async () => {
  const { parts, spent } = partsWith();
  expect((await resolveSession(await signedInAt(now - LONGEST_SESSION_MS - 1), parts)).kind).toBe(
    'signed-out',
  );
  expect(spent).toEqual([]);
  expect((await resolveSession(await signedInAt(now - LONGEST_SESSION_MS), parts)).kind).toBe('signed-in');
});

test('a revoked session is signed out, and its refresh token is not spent', async () => {
  const { parts, spent } = partsWith({ revoked: true });
  expect((await resolveSession(await holding('expired'), parts)).kind).toBe('signed-out');
  expect(spent).toEqual([]);
});

test.each([
  ['the revocation list cannot be read', 'valid', { revoked: new Error('D1 is down') }],
  ['the signing keys cannot be had', 'keys-down', {}],
  ['nothing has renewed a token for longer than the grace period', 'long-expired', { refreshed: noAnswer }],
] as const)('when %s, nobody is let in and nobody signed out', async (_outage, token, change) => {
  expect(await resolveSession(await holding(token), partsWith(change).parts)).toEqual({
    kind: 'unavailable',
    setCookies: [],
  });
});

test('when the refresh gets no answer, the person goes on, degraded, and no cookie changes', async () => {
  const outcome = await resolveSession(await holding('expired'), partsWith({ refreshed: noAnswer }).parts);
  expect(outcome).toMatchObject({ kind: 'signed-in', degraded: true, setCookies: [] });
});

test.each([noAnswer, { kind: 'terminal', reason: 'invalid_grant' }] as const)(
  'near its end, a refresh that fails ($kind) leaves the valid token in use',
  async (refreshed) => {
    const outcome = await resolveSession(await holding('near-expiry'), partsWith({ refreshed }).parts);
    expect(outcome).toMatchObject({
      kind: 'signed-in',
      setCookies: [],
      session: { accessToken: 'near-expiry' },
    });
  },
);

test('a renewed session is kept even when its token cannot be checked yet: the old refresh token is spent', async () => {
  const { parts } = partsWith({ refreshed: { kind: 'refreshed', session: opened('keys-down') } });
  const outcome = await resolveSession(await holding('expired'), parts);
  expect(outcome.kind).toBe('unavailable');
  expect(outcome.setCookies.map(({ name }) => name)).toEqual(['wos-session']);
});

test.each([
  ['with their profile', { ...opened('new'), user: { id: 'user_2', email: 'b@example.test' } }],
  ['with their token', opened('of-another')],
  ['whose token cannot be checked', { ...opened('keys-down'), user: { id: 'user_2', email: '' } }],
])(
  'a refresh that answers with another person’s session, %s: signed out, theirs is not kept',
  async (_, session) => {
    const { parts } = partsWith({ refreshed: { kind: 'refreshed', session } });
    const outcome = await resolveSession(await holding('expired'), parts);
    expect(outcome.kind).toBe('signed-out');
    expect(outcome.setCookies.map(({ header }) => header)).toEqual([expect.stringContaining('Max-Age=0')]);
  },
);

test('a renewed session too large for a cookie while KV is down is an outage, not a broken page', async () => {
  const large = {
    ...opened('new'),
    user: { id: 'user_1', email: 'a@example.test', bio: 'x'.repeat(12_000) },
  };
  const { parts } = partsWith({ refreshed: { kind: 'refreshed', session: large } });
  expect(await resolveSession(await holding('expired'), parts)).toEqual({
    kind: 'unavailable',
    setCookies: [],
  });
});

test('a session in KV while KV is down: not let in, and not signed out', async () => {
  const cookies = new Map([['wos-session', 'A'.repeat(43)]]);
  expect(await resolveSession(cookies, partsWith().parts)).toEqual({ kind: 'unavailable', setCookies: [] });
});

test('rotation: a session sealed with the previous password is resealed, with all that it holds', async () => {
  const outcome = await resolveSession(await holding('valid', passwords.previous), partsWith().parts);
  expect(outcome.kind).toBe('signed-in');
  const [, value = ''] = /^wos-session=([^;]+)/.exec(outcome.setCookies[0]?.header ?? '') ?? [];
  expect(await unsealJson(value, { current: passwords.current })).toMatchObject({ value: opened('valid') });
});

/** What is known of a session after it was asked for once, and who it then turns out to be. */
async function again(ended: boolean | null = false) {
  const cookies = await holding('valid');
  const known = knownSessions(() => now);
  await resolveSession(cookies, { ...partsWith().parts, known });
  const found = known.of(cookies);
  if (found === null) throw new Error('It is not known');
  return { found, outcome: await resolveKnown(found, ended, cookies, partsWith().parts) };
}

test('one that is known is the same as before', async () => {
  const { found, outcome } = await again();
  expect(outcome).toBe(found);
});

test('one that is known and was ended meanwhile is signed out', async () => {
  const { outcome } = await again(true);
  expect(outcome.kind).toBe('signed-out');
  expect(outcome.setCookies[0]?.header).toContain('Max-Age=0');
});

test('while nobody can tell whether one that is known was ended it is neither good nor signed out', async () => {
  const { outcome } = await again(null);
  expect(outcome).toEqual({ kind: 'unavailable', setCookies: [] });
});

test.each<[string, () => Promise<Cookies>]>([
  ['sealed with the password before', () => holding('valid', passwords.previous)],
  ['about to end', () => holding('near-expiry')],
  ['over', () => holding('expired')],
  ['forged', () => holding('forged')],
])('one that is %s is not known afterwards', async (_what, holdingOne) => {
  const kept: KnownSession[] = [];
  const known = { of: () => null, keep: (_: Cookies, one: KnownSession) => void kept.push(one) };
  await resolveSession(await holdingOne(), { ...partsWith().parts, known });
  expect(kept).toEqual([]);
});

test('one that was ended is not known afterwards', async () => {
  const known = knownSessions(() => now);
  const cookies = await holding('valid');
  await resolveSession(cookies, { ...partsWith({ revoked: true }).parts, known });
  expect(known.of(cookies)).toBeNull();
});
