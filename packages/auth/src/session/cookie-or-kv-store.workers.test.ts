import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { Cookies, SetCookie } from '../cookie.ts';
import { SessionNotKeptError } from '../session-store.ts';
import { cookieOrKvStore } from './cookie-or-kv-store.ts';
import { type KeptSessions, keptSessions } from './kept-sessions.ts';
import type { Session } from './session.ts';

/** Sessions in cookies and in a real KV namespace. */
const passwords = { current: 'the-password-in-use-of-at-least-32-characters' };
const events: string[] = [];
const log = { warn: (event: string) => events.push(event), error: (event: string) => events.push(event) };

const small: Session = {
  accessToken: 'access',
  refreshToken: 'refresh',
  user: { id: 'user_1', email: 'a@example.test' },
  sid: 'session_1',
  signedInAt: 1,
};
const large: Session = { ...small, permissions: 'x'.repeat(4000) };

const inKv = keptSessions({
  kv: env.LAYERKICK_KV,
  random: (bytes) => void crypto.getRandomValues(bytes),
  clock: Date.now,
  log,
});
const broken = () => Promise.reject(new Error('KV is down'));
const withoutKv: KeptSessions = { ...inKv, read: broken, write: broken, delete: broken };

function storeIn(place: 'cookie' | 'kv', kept = inKv) {
  return cookieOrKvStore({ place, kept, passwords, clock: Date.now, log });
}

function browserWith(setCookies: readonly SetCookie[]): Cookies {
  return new Map(setCookies.map(({ name, header }) => [name, header.split(';')[0]?.split('=')[1] ?? '']));
}

async function written(place: 'cookie' | 'kv', session: Session): Promise<Cookies> {
  return browserWith(await storeIn(place).write(session, new Map()));
}

const SEALED = /^Fe26\.2\*/;
const ID = /^[\w-]{43}$/;

test.each([
  ['cookie', small, SEALED],
  ['kv', small, ID],
  ['cookie', large, ID],
  ['kv', large, ID],
] as const)('place %s: what comes back is what was written (%#)', async (place, session, looks) => {
  const cookies = await written(place, session);
  expect([...cookies.keys()]).toEqual(['wos-session']);
  expect(cookies.get('wos-session')).toMatch(looks);
  expect(await storeIn(place).read(cookies)).toEqual({ kind: 'found', session, outdated: false });
});

test('a session too large for a cookie moves to KV by itself, and back when it fits again', async () => {
  const store = storeIn('cookie');
  const inside = await written('cookie', small);
  const moved = browserWith(await store.write(large, inside));
  expect(moved.get('wos-session')).toMatch(ID);
  const back = browserWith(await store.write(small, moved));
  expect(back.get('wos-session')).toMatch(SEALED);
});

test.each(['cookie', 'kv'] as const)('a change of place to %s signs nobody out', async (place) => {
  const cookies = await written(place === 'cookie' ? 'kv' : 'cookie', small);
  expect((await storeIn(place).read(cookies)).kind).toBe('found');
  const moved = browserWith(await storeIn(place).write(small, cookies));
  expect(moved.get('wos-session')).toMatch(place === 'cookie' ? SEALED : ID);
});

test('what KV holds is sealed', async () => {
  const cookies = await written('kv', small);
  expect(await inKv.read(cookies.get('wos-session') ?? '')).toMatch(SEALED);
});

test.each(['cookie', 'kv'] as const)(
  'place %s: sealed with the password before, it is read and outdated',
  async (place) => {
    const cookies = await written(place, small);
    const rotated = cookieOrKvStore({
      place,
      kept: inKv,
      passwords: { current: 'the-new-password-of-at-least-32-characters', previous: passwords.current },
      clock: Date.now,
      log,
    });
    expect(await rotated.read(cookies)).toEqual({ kind: 'found', session: small, outdated: true });
  },
);

test.each(['', 'planted', 'Fe26.2*1*2~2', 'A'.repeat(43), '%00'])(
  'what no session is (%j) is none or unreadable',
  async (value) => {
    const read = await storeIn('kv').read(new Map([['wos-session', value]]));
    expect(read.kind).toBe(value === '' ? 'none' : 'unreadable');
  },
);

test('KV down: a session in it is neither shown nor lost', async () => {
  const cookies = await written('kv', small);
  expect(await storeIn('kv', withoutKv).read(cookies)).toEqual({ kind: 'unavailable' });
});

test('KV down: a new session goes into a cookie if it fits', async () => {
  const cookies = browserWith(await storeIn('kv', withoutKv).write(small, new Map()));
  expect(cookies.get('wos-session')).toMatch(SEALED);
});

test('KV down: one that fits nowhere is refused, never cut off', async () => {
  await expect(storeIn('cookie', withoutKv).write(large, new Map())).rejects.toBeInstanceOf(
    SessionNotKeptError,
  );
});

test('cleared: the cookie is deleted and KV keeps nothing', async () => {
  const cookies = await written('kv', small);
  const [deletion] = await storeIn('kv').clear(cookies);
  expect(deletion?.header).toContain('wos-session=; Path=/; Max-Age=0');
  expect(await storeIn('kv').read(cookies)).toEqual({ kind: 'unreadable' });
});

test('cleared with KV down: the cookie is deleted all the same, and the log says what is left', async () => {
  const cookies = await written('kv', small);
  const [deletion] = await storeIn('kv', withoutKv).clear(cookies);
  expect(deletion?.header).toContain('Max-Age=0');
  expect(events).toContain('kept_session_not_deleted');
});
