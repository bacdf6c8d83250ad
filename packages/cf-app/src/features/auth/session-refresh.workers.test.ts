import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TracedRefresh } from './session-refresh.server.ts';

/** The object as the Worker binds it: real storage, real alarm, and WorkOS answering through `fetch`. */
const workos = vi.spyOn(globalThis, 'fetch');
const answer = (status: number, body: object) => () => Promise.resolve(Response.json(body, { status }));

const renewed = {
  access_token: 'new-access-token',
  refresh_token: 'next-refresh-token',
  user: { id: 'user_1', email: 'a@example.test', email_verified: true },
};

beforeEach(() => void workos.mockImplementation(answer(200, renewed)));
afterEach(() => void workos.mockReset());

test('20 parallel requests with one refresh token: WorkOS is asked once', async () => {
  const object = env.SESSION_REFRESH.getByName('parallel');
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () => object.refresh({ refreshToken: 'spent' })),
  );
  expect(outcomes.map(({ kind }) => kind)).toEqual(Array.from({ length: 20 }, () => 'refreshed'));
  expect(workos).toHaveBeenCalledTimes(1);
});

test('a latecomer gets the same session after the object was evicted; what is stored gives no token away', async () => {
  const object = env.SESSION_REFRESH.getByName('latecomer');
  const first = await object.refresh({ refreshToken: 'spent' });
  const stored = await runInDurableObject(object, (_object, state) => state.storage.get<string>('answer'));
  expect(stored).toMatch(/^Fe26\.2\*/);

  await evictDurableObject(object);
  expect(await object.refresh({ refreshToken: 'spent' })).toEqual(first);
  expect(workos).toHaveBeenCalledTimes(1);
});

test('half a minute later nothing is left', async () => {
  const object = env.SESSION_REFRESH.getByName('forgets');
  await object.refresh({ refreshToken: 'spent' });
  expect(await runDurableObjectAlarm(object)).toBe(true);
  expect(await runInDurableObject(object, async (_object, state) => (await state.storage.list()).size)).toBe(
    0,
  );
});

test('what says nothing about the person is transient and not remembered', async () => {
  const object = env.SESSION_REFRESH.getByName('outage');
  workos.mockImplementationOnce(answer(401, {}));
  expect((await object.refresh({ refreshToken: 'spent' })).kind).toBe('transient');
  expect((await object.refresh({ refreshToken: 'spent' })).kind).toBe('refreshed');
});

test('a failure that passes within the deadline is not noticed; the caller learns how often WorkOS was asked', async () => {
  const object = env.SESSION_REFRESH.getByName('hiccup');
  workos.mockImplementationOnce(answer(503, {}));
  const caller = { requestId: 'request-1', budgetMs: 5000 };
  const { outcome, attempts }: TracedRefresh = await object.refreshFor({ refreshToken: 'spent' }, caller);
  expect(outcome.kind).toBe('refreshed');
  expect(attempts.map((attempt) => attempt.outcome)).toEqual([503, 200]);
});
