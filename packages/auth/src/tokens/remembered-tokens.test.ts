import { expect, test } from 'vitest';
import { rememberTokens } from './remembered-tokens.ts';
import type { SignedToken } from './signed-token.ts';

const MINUTE = 60 * 1000;

function setUp() {
  const state = {
    now: 0,
    asked: 0,
    answer: { kind: 'valid', claims: { exp: 300 } } as SignedToken<{ exp: number }>,
  };
  const check = rememberTokens(
    () => {
      state.asked++;
      return Promise.resolve(state.answer);
    },
    ({ exp }) => exp,
    () => state.now,
  );
  return { state, check };
}

test('a good token is checked once a minute', async () => {
  const { state, check } = setUp();
  await check('a');
  state.now += MINUTE - 1;
  expect(await check('a')).toEqual({ kind: 'valid', claims: { exp: 300 } });
  expect(state.asked).toBe(1);
  state.now += 1;
  await check('a');
  expect(state.asked).toBe(2);
});

test('a token is remembered to its end and no longer', async () => {
  const { state, check } = setUp();
  state.now = 300_000 - 1;
  await check('a');
  state.now += 1;
  state.answer = { kind: 'expired', claims: { exp: 300 } };
  expect((await check('a')).kind).toBe('expired');
});

test('another token, be it longer by one character, is checked by itself', async () => {
  const { state, check } = setUp();
  await check('a.b.c');
  state.answer = { kind: 'refused', reason: 'forged' };
  expect((await check('a.b.c ')).kind).toBe('refused');
  expect((await check('a.b.cc')).kind).toBe('refused');
});

test.each<SignedToken<{ exp: number }>>([
  { kind: 'refused', reason: 'x' },
  { kind: 'expired', claims: { exp: 300 } },
  { kind: 'unavailable' },
])('$kind is never remembered', async (answer) => {
  const { state, check } = setUp();
  state.answer = answer;
  await check('a');
  await check('a');
  expect(state.asked).toBe(2);
});

test('a thousand other tokens push one out', async () => {
  const { state, check } = setUp();
  await check('a');
  for (let n = 0; n < 1000; n++) await check(`other ${n}`);
  await check('a');
  expect(state.asked).toBe(1002);
});
