import { expect, test } from 'vitest';
import type { StoredSession } from '../session-store.ts';
import { rememberOpened } from './remembered-sessions.ts';

const session = { accessToken: 'a', refreshToken: 'r', user: { id: 'user_1', email: 'a@example.test' } };

function setUp() {
  const state = {
    now: 0,
    opened: [] as string[],
    answer: { kind: 'found', session, outdated: false } as StoredSession,
  };
  const open = rememberOpened(
    (sealed) => {
      state.opened.push(sealed);
      return Promise.resolve(state.answer);
    },
    () => state.now,
  );
  return { state, open };
}

test('a seal is opened once a minute', async () => {
  const { state, open } = setUp();
  await open('Fe26.2*a');
  state.now = 59_999;
  expect(await open('Fe26.2*a')).toEqual({ kind: 'found', session, outdated: false });
  expect(state.opened).toHaveLength(1);
  state.now = 60_000;
  await open('Fe26.2*a');
  expect(state.opened).toHaveLength(2);
});

test('a seal that differs by one character is opened by itself', async () => {
  const { state, open } = setUp();
  await open('Fe26.2*a');
  state.answer = { kind: 'unreadable' };
  expect(await open('Fe26.2*b')).toEqual({ kind: 'unreadable' });
});

test('what cannot be read is tried anew each time', async () => {
  const { state, open } = setUp();
  state.answer = { kind: 'unreadable' };
  await open('nonsense');
  await open('nonsense');
  expect(state.opened).toHaveLength(2);
});
