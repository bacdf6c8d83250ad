import { expect, test } from 'vitest';
import { type KnownSession, knownSessions } from './known-sessions.ts';
import { LONGEST_SESSION_MS } from './policy.ts';

const NOW = 1_800_000_000_000;
const SECOND = 1000;
const IN_COOKIE = new Map([['wos-session', 'Fe26.2*1*sealed']]);

function known(change: { exp?: number; signedInAt?: number } = {}): KnownSession {
  return {
    kind: 'signed-in',
    session: {
      accessToken: 'a',
      refreshToken: 'r',
      user: { id: 'user_1', email: 'a@example.test' },
      signedInAt: change.signedInAt ?? NOW,
    },
    claims: {
      iss: 'https://api.workos.com',
      sub: 'user_1',
      sid: 'session_1',
      client_id: 'client_1',
      exp: change.exp ?? NOW / SECOND + 300,
    },
    setCookies: [],
    degraded: false,
  };
}

function remembered(session: KnownSession, laterMs: number, cookies = IN_COOKIE): KnownSession | null {
  let now = NOW;
  const sessions = knownSessions(() => now);
  sessions.keep(cookies, session);
  now += laterMs;
  return sessions.of(cookies);
}

test('a session that was found good is the same object for half a minute', () => {
  const session = known();
  expect(remembered(session, 29 * SECOND)).toBe(session);
  expect(remembered(session, 30 * SECOND)).toBeNull();
});

test('another cookie is another session', () => {
  const sessions = knownSessions(() => NOW);
  sessions.keep(IN_COOKIE, known());
  expect(sessions.of(new Map([['wos-session', 'Fe26.2*1*sealeD']]))).toBeNull();
  expect(sessions.of(new Map())).toBeNull();
});

test.each([
  ['whose token is about to end is renewed in time', { exp: NOW / SECOND + 61 }],
  ['that is too old ends', { signedInAt: NOW - LONGEST_SESSION_MS + SECOND }],
])('one %s', (_what, change) => {
  expect(remembered(known(change), 0)).not.toBeNull();
  expect(remembered(known(change), 2 * SECOND)).toBeNull();
});

test('one that is kept in KV is read each time: it can be deleted there', () => {
  const id = new Map([['wos-session', 'A'.repeat(43)]]);
  expect(remembered(known(), 0, id)).toBeNull();
});

test('two cookies of one person are two sessions', () => {
  const sessions = knownSessions(() => NOW);
  const [here, there] = [known(), known()];
  const elsewhere = new Map([['wos-session', 'Fe26.2*1*other']]);
  sessions.keep(IN_COOKIE, here);
  sessions.keep(elsewhere, there);
  expect(sessions.of(IN_COOKIE)).toBe(here);
  expect(sessions.of(elsewhere)).toBe(there);
});

test('five hundred other sessions push one out', () => {
  const sessions = knownSessions(() => NOW);
  sessions.keep(IN_COOKIE, known());
  const fill = (upTo: number) => {
    for (let n = 0; n < upTo; n++) sessions.keep(new Map([['wos-session', `Fe26.2*1*${n}`]]), known());
  };
  fill(499);
  expect(sessions.of(IN_COOKIE)).not.toBeNull();
  fill(500);
  expect(sessions.of(IN_COOKIE)).toBeNull();
});
