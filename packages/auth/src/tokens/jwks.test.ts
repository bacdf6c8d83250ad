import { exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { cachedKeys } from './jwks.ts';

const HOUR = 60 * 60 * 1000;
const MINUTE = 60 * 1000;
const first = await generateKeyPair('RS256');
const second = await generateKeyPair('RS256');
const publish = async (key: CryptoKey, kid: string) => ({ ...(await exportJWK(key)), kid, alg: 'RS256' });

async function setUp() {
  const state = {
    now: 1_800_000_000_000,
    asked: 0,
    published: [await publish(first.publicKey, 'first')],
    answer: null as Response | null,
    kept: null as string | null,
    timesKept: 0,
  };
  const source = {
    url: 'https://api.workos.com/sso/jwks/client_1',
    fetch: () => {
      state.asked++;
      return Promise.resolve(state.answer?.clone() ?? Response.json({ keys: state.published }));
    },
    kept: {
      read: () => Promise.resolve(state.kept),
      keep: (keys: string) => {
        state.kept = keys;
        state.timesKept++;
        return Promise.resolve();
      },
    },
    clock: () => state.now,
    log: { warn: () => undefined, error: () => undefined },
  };
  const isolate = () => {
    const keys = cachedKeys(source);
    return async (key: CryptoKey, kid: string) => {
      const token = await new SignJWT({}).setProtectedHeader({ alg: 'RS256', kid }).sign(key);
      return jwtVerify(token, keys).then(
        () => true,
        (error: Error) => ('code' in error ? error.code : String(error)),
      );
    };
  };
  return { state, isolate, verifies: isolate() };
}

test('the keys are asked for once an hour', async () => {
  const { state, verifies } = await setUp();
  expect(await verifies(first.privateKey, 'first')).toBe(true);
  state.now += HOUR - 1;
  expect(await verifies(first.privateKey, 'first')).toBe(true);
  expect(state.asked).toBe(1);
  state.now += 1;
  expect(await verifies(first.privateKey, 'first')).toBe(true);
  expect(state.asked).toBe(2);
});

test.each([
  ['an error', new Response('', { status: 503 })],
  ['a page of HTML', new Response('<html>', { status: 200 })],
  ['an empty set', Response.json({ keys: [] })],
])(
  'through an outage (%s) the old keys are kept, and asked for again each minute',
  async (_outage, answer) => {
    const { state, verifies } = await setUp();
    await verifies(first.privateKey, 'first');
    state.answer = answer;
    state.now += 10 * HOUR;
    expect(await verifies(first.privateKey, 'first')).toBe(true);
    expect(await verifies(first.privateKey, 'first')).toBe(true);
    expect(state.asked).toBe(2);
    state.now += MINUTE;
    expect(await verifies(first.privateKey, 'first')).toBe(true);
    expect(state.asked).toBe(3);
  },
);

test('a key that was rotated in is found at once, if nobody asked within the last minute', async () => {
  const { state, verifies } = await setUp();
  await verifies(first.privateKey, 'first');
  state.published.push(await publish(second.publicKey, 'second'));
  state.now += MINUTE;
  expect(await verifies(second.privateKey, 'second')).toBe(true);
});

test('tokens with invented keys do not make us ask more than once a minute', async () => {
  const { state, verifies } = await setUp();
  await verifies(first.privateKey, 'first');
  state.now += MINUTE;
  for (let n = 0; n < 10; n++) {
    expect(await verifies(second.privateKey, `invented-${n}`)).toBe('ERR_JWKS_NO_MATCHING_KEY');
  }
  expect(state.asked).toBe(2);
});

test('without any keys the failure has a code of its own', async () => {
  const { state, verifies } = await setUp();
  state.answer = new Response('', { status: 503 });
  expect(await verifies(first.privateKey, 'first')).toBe('keys_unavailable');
});

test('without any keys they are asked for every five seconds, not by each request', async () => {
  const { state, verifies } = await setUp();
  state.answer = new Response('', { status: 503 });
  for (let n = 0; n < 10; n++) expect(await verifies(first.privateKey, 'first')).toBe('keys_unavailable');
  expect(state.asked).toBe(1);
  state.answer = null;
  state.now += 5000;
  expect(await verifies(first.privateKey, 'first')).toBe(true);
});

test('an isolate that starts during an outage uses the keys that another one kept', async () => {
  const { state, verifies, isolate } = await setUp();
  await verifies(first.privateKey, 'first');
  state.answer = new Response('', { status: 503 });
  expect(await isolate()(first.privateKey, 'first')).toBe(true);
});

test('keys that did not change are not written again', async () => {
  const { state, verifies, isolate } = await setUp();
  await verifies(first.privateKey, 'first');
  await isolate()(first.privateKey, 'first');
  state.now += HOUR;
  await verifies(first.privateKey, 'first');
  expect(state.timesKept).toBe(1);
});

test('what was kept and is no key set is ignored', async () => {
  const { state, verifies } = await setUp();
  state.kept = '{"keys":"all of them"}';
  state.answer = new Response('', { status: 503 });
  expect(await verifies(first.privateKey, 'first')).toBe('keys_unavailable');
});
