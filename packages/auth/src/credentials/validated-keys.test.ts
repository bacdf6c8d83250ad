import { expect, test } from 'vitest';
import { type KeyValidation, validatedKeys } from './validated-keys.ts';

const MINUTE = 60 * 1000;
const value = 'sk_live_0123456789abcdef';
const key = {
  id: 'api_key_1',
  name: 'Warehouse',
  organizationId: 'org_1',
  userId: null,
  scopes: ['stats:read'],
};

function setUp() {
  const state = {
    now: 0,
    asked: [] as string[],
    answer: { kind: 'valid', key } as KeyValidation,
    refused: 0,
    most: 3,
  };
  const check = validatedKeys({
    attempts: {
      tooMany: () => state.refused >= state.most,
      countRefused: async () => void (state.refused += 1),
    },
    validate: (asked) => {
      state.asked.push(asked);
      return Promise.resolve(state.answer);
    },
    clock: () => state.now,
    log: { warn: () => undefined, error: () => undefined },
  });
  return { state, check };
}

test('a key is asked about once a minute', async () => {
  const { state, check } = setUp();
  expect(await check(value)).toEqual({ kind: 'valid', key, degraded: false });
  state.now += MINUTE - 1;
  await check(value);
  expect(state.asked).toHaveLength(1);
  state.now += 1;
  await check(value);
  expect(state.asked).toHaveLength(2);
});

test('a key that was deleted at its keeper is good for a minute at most', async () => {
  const { state, check } = setUp();
  await check(value);
  state.answer = { kind: 'invalid' };
  state.now += MINUTE;
  expect(await check(value)).toEqual({ kind: 'invalid' });
});

test('a wrong key is asked about once a minute too', async () => {
  const { state, check } = setUp();
  state.answer = { kind: 'invalid' };
  await check(value);
  await check(value);
  expect(state.asked).toHaveLength(1);
});

test('one key’s answer is never another’s', async () => {
  const { state, check } = setUp();
  await check(value);
  state.answer = { kind: 'invalid' };
  expect((await check(`${value}0`)).kind).toBe('invalid');
});

test.each([
  '',
  'sk_',
  'sk_short',
  'eyJ.e30.x',
  'sk_with space and more',
  `sk_${'x'.repeat(300)}`,
  'pk_live_0123456789',
])('what no key looks like is not asked about: %j', async (other) => {
  const { state, check } = setUp();
  expect(await check(other)).toEqual({ kind: 'invalid' });
  expect(state.asked).toEqual([]);
});

test('through an outage a key that was good goes on, degraded, and asked about each time, for an hour', async () => {
  const { state, check } = setUp();
  await check(value);
  state.answer = { kind: 'unavailable' };
  state.now += 60 * MINUTE - 1;
  expect(await check(value)).toEqual({ kind: 'valid', key, degraded: true });
  state.now += 1;
  expect(await check(value)).toEqual({ kind: 'unavailable' });
});

test('an outage lets no unknown and no refused key in', async () => {
  const { state, check } = setUp();
  state.answer = { kind: 'invalid' };
  await check(value);
  state.answer = { kind: 'unavailable' };
  state.now += MINUTE;
  expect(await check(value)).toEqual({ kind: 'unavailable' });
  expect(await check(`${value}0`)).toEqual({ kind: 'unavailable' });
});

test('after an outage the keeper’s word counts again', async () => {
  const { state, check } = setUp();
  await check(value);
  state.answer = { kind: 'unavailable' };
  state.now += 5 * MINUTE;
  await check(value);
  state.answer = { kind: 'invalid' };
  expect(await check(value)).toEqual({ kind: 'invalid' });
});

test('many invented keys push out old answers rather than fill the memory', async () => {
  const { state, check } = setUp();
  await check(value);
  for (let n = 0; n < 2000; n++) await check(`sk_invented_${n}`);
  await check(value);
  expect(state.asked.filter((asked) => asked === value)).toHaveLength(2);
});

test('whoever tries keys at random is not asked about after a few', async () => {
  const { state, check } = setUp();
  state.answer = { kind: 'invalid' };
  for (let tried = 0; tried < 10; tried += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as they would
    const { kind } = await check(`${value}${tried}`);
    expect(kind).toBe(tried < state.most ? 'invalid' : 'limited');
  }
  expect(state.asked).toHaveLength(state.most);
});

test('a key that is known goes on from the same address', async () => {
  const { state, check } = setUp();
  await check(value);
  state.refused = state.most;
  state.now += 2 * MINUTE;
  expect((await check(value)).kind).toBe('valid');
});
