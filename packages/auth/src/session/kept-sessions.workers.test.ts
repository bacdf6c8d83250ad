import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptSessions, type KeptSessions } from './kept-sessions.ts';
import { isSessionId } from './session-id.ts';

/** Sessions in a real KV namespace. */
const kv = env.LAYERKICK_KV;
const owner = { userId: 'auth0|user:1', sid: 'session_1', signedInAt: 1_000 };
const now = 1_800_000_000_000;

let events: string[] = [];
let sessions: KeptSessions;

beforeEach(() => {
  events = [];
  sessions = sessionsIn(kv);
});
afterEach(async () => {
  const { keys } = await kv.list();
  await Promise.all(keys.map(({ name }) => kv.delete(name)));
});

function sessionsIn(namespace: KVNamespace): KeptSessions {
  return keptSessions({
    kv: namespace,
    random: (bytes) => void crypto.getRandomValues(bytes),
    clock: () => now,
    log: { warn: (event) => events.push(event), error: (event) => events.push(event) },
  });
}

/** The namespace, in which some writes fail. */
function failing(fails: (key: string) => boolean): KVNamespace {
  return new Proxy(kv, {
    get(target, name) {
      if (name !== 'put') return Reflect.get(target, name).bind(target);
      return (key: string, ...rest: unknown[]) =>
        fails(key) ? Promise.reject(new Error('429')) : Reflect.apply(target.put, target, [key, ...rest]);
    },
  });
}

async function secondsLeft(prefix: string): Promise<number[]> {
  const { keys } = await kv.list({ prefix });
  return keys.map(({ expiration = 0 }) => expiration - Date.now() / 1000).toSorted((a, b) => a - b);
}

test('a session is found by its id of 256 bits, and KV tells nobody that id', async () => {
  const id = await sessions.write('sealed', owner, null);
  expect(isSessionId(id)).toBe(true);
  expect(await sessions.read(id)).toBe('sealed');
  expect(JSON.stringify((await kv.list()).keys)).not.toContain(id);
});

test('no id is given out twice, and a guessed one finds nothing', async () => {
  const ids = await Promise.all(Array.from({ length: 5 }, () => sessions.write('sealed', owner, null)));
  expect(new Set(ids).size).toBe(5);
  expect(await sessions.read('A'.repeat(43))).toBeNull();
});

test('renewed: under a new id, since KV shows the old value of a key for a minute', async () => {
  const id = await sessions.write('before', owner, null);
  const renewed = await sessions.write('after', owner, { id, refreshToken: 'next' });
  expect(renewed).not.toBe(id);
  expect(await sessions.read(renewed)).toBe('after');
});

test('requests that left with the id of before still find their session, for a minute', async () => {
  const id = await sessions.write('before', owner, null);
  await sessions.write('after', owner, { id, refreshToken: 'next' });
  expect(await sessions.read(id)).toBe('before');
  const [soonest = 0, last = 0] = await secondsLeft('session:');
  expect(soonest).toBeLessThanOrEqual(61);
  expect(last).toBeGreaterThan(29 * 24 * 60 * 60);
});

test('renewed by twenty requests at once, in whatever isolates: one session is kept, not twenty', async () => {
  const id = await sessions.write('before', owner, null);
  const renewed = await Promise.all(
    Array.from({ length: 20 }, () => sessionsIn(kv).write('after', owner, { id, refreshToken: 'next' })),
  );
  expect(new Set(renewed).size).toBe(1);
  expect((await kv.list({ prefix: 'session:' })).keys).toHaveLength(2);
});

test('the next id cannot be told from the id of before alone', async () => {
  const id = await sessions.write('before', owner, null);
  const [one, other] = await Promise.all(
    ['one', 'other'].map((refreshToken) => sessions.write('after', owner, { id, refreshToken })),
  );
  expect(one).not.toBe(other);
});

test('KV refuses a second write to a key within a second: the session is kept under another id', async () => {
  const id = await sessions.write('before', owner, null);
  const first = await sessions.write('after', owner, { id, refreshToken: 'next' });
  let refused = 0;
  const busy = sessionsIn(failing((key) => key.startsWith('session:') && refused++ === 0));
  const second = await busy.write('after', owner, { id, refreshToken: 'next' });
  expect(second).not.toBe(first);
  expect(await sessions.read(second)).toBe('after');
});

test('KV does not answer: nothing pretends that the session was kept', async () => {
  await expect(sessionsIn(failing(() => true)).write('sealed', owner, null)).rejects.toThrow('429');
});

test('a session that cannot be noted is kept all the same, and the log says so', async () => {
  const id = await sessionsIn(failing((key) => key.startsWith('session-of:'))).write('sealed', owner, null);
  expect(await sessions.read(id)).toBe('sealed');
  expect(events).toEqual(['session_not_noted']);
});

test('deleted: nothing of it is left', async () => {
  const id = await sessions.write('sealed', owner, null);
  await sessions.delete(id);
  expect(await sessions.read(id)).toBeNull();
  expect((await kv.list()).keys).toEqual([]);
});

test('a person’s sessions are listed, each once however often it was renewed, and nobody else’s', async () => {
  const id = await sessions.write('one', owner, null);
  await sessions.write('one', owner, { id, refreshToken: 'next' });
  await sessions.write('two', { ...owner, sid: 'session_2', signedInAt: null }, null);
  await sessions.write('three', { ...owner, userId: 'auth0|user', sid: '1:session_3' }, null);
  expect(await sessions.of(owner.userId)).toEqual([
    { sid: 'session_1', signedInAt: 1_000, renewedAt: now },
    { sid: 'session_2', signedInAt: null, renewedAt: now },
  ]);
});

test('one of them is deleted without knowing its id', async () => {
  const [one, two] = await Promise.all([
    sessions.write('one', owner, null),
    sessions.write('two', { ...owner, sid: 'session_2' }, null),
  ]);
  await sessions.deleteOf(owner.userId, 'session_1');
  expect([await sessions.read(one), await sessions.read(two)]).toEqual([null, 'two']);
  expect((await sessions.of(owner.userId)).map(({ sid }) => sid)).toEqual(['session_2']);
});

test('somebody else signs in in the same browser: the session before ends and leaves the list', async () => {
  const id = await sessions.write('before', owner, null);
  await sessions.write('after', { ...owner, userId: 'user_2', sid: 'session_2' }, { id, refreshToken: 'x' });
  expect(await sessions.of(owner.userId)).toEqual([]);
  expect((await sessions.of('user_2')).map(({ sid }) => sid)).toEqual(['session_2']);
});
