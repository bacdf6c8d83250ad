import { expect, test } from 'vitest';
import type { RefreshOutcome } from '../provider.ts';
import { GRACE_MS } from './policy.ts';
import { KEPT_MS, refreshObjectName, refreshOnce } from './refresh-once.ts';

const passwords = { current: 'the-password-in-use-of-at-least-32-characters' };
const refreshed: RefreshOutcome = {
  kind: 'refreshed',
  session: { accessToken: 'new', refreshToken: 'next', user: { id: 'user_1', email: 'a@example.test' } },
};
const request = { refreshToken: 'spent' };

function setUp(answers: RefreshOutcome[]) {
  const state = { now: 1_800_000_000_000, asked: 0, stored: undefined as string | undefined };
  const parts = {
    refresh: async () => {
      const answer = answers[Math.min(state.asked++, answers.length - 1)];
      await Promise.resolve();
      if (answer === undefined) throw new Error('no answer prepared');
      return answer;
    },
    kept: {
      read: () => Promise.resolve(state.stored),
      keep: (sealed: string) => {
        state.stored = sealed;
        return Promise.resolve();
      },
    },
    passwords,
    clock: () => state.now,
  };
  return { state, start: () => refreshOnce(parts) };
}

test('twenty at once: the provider is asked once and all get its answer', async () => {
  const { state, start } = setUp([refreshed]);
  const refresh = start();
  const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(request)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify(refreshed)]),
  );
  expect(state.asked).toBe(1);
});

test('latecomers get the same answer for half a minute, even after the object lost its memory', async () => {
  const { state, start } = setUp([refreshed]);
  await start()(request);
  state.now += KEPT_MS - 1;
  expect(await start()(request)).toEqual(refreshed);
  expect(state.asked).toBe(1);
});

test('after that the provider decides again', async () => {
  const { state, start } = setUp([refreshed, { kind: 'terminal', reason: 'invalid_grant' }]);
  await start()(request);
  state.now += KEPT_MS;
  expect(await start()(request)).toEqual({ kind: 'terminal', reason: 'invalid_grant' });
});

test('the end of a session stays its end, whatever fails afterwards', async () => {
  const ended = { kind: 'terminal', reason: 'invalid_grant' } as const;
  const { state, start } = setUp([ended, { kind: 'transient', reason: 'timeout' }]);
  const refresh = start();
  expect(await refresh(request)).toEqual(ended);
  state.now += GRACE_MS - 1;
  expect(await refresh(request)).toEqual(ended);
  expect(state.asked).toBe(1);
});

test('an outage is not kept: the next request tries again', async () => {
  const { state, start } = setUp([{ kind: 'transient', reason: 'timeout' }, refreshed]);
  const refresh = start();
  expect((await refresh(request)).kind).toBe('transient');
  expect((await refresh(request)).kind).toBe('refreshed');
  expect(state.asked).toBe(2);
});

test('what is stored gives no token away, and neither does the object’s name', async () => {
  const { state, start } = setUp([refreshed]);
  await start()(request);
  expect(state.stored).not.toContain('next');
  expect(await refreshObjectName('spent')).toMatch(/^[0-9a-f]{64}$/);
});
