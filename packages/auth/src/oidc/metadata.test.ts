import { beforeEach, expect, test } from 'vitest';
import { ProviderUnreachableError } from '../provider.ts';
import { discoveredMetadata } from './metadata.ts';

const issuer = 'https://id.example.test/tenant';
const document = {
  issuer,
  authorization_endpoint: `${issuer}/auth`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  end_session_endpoint: `${issuer}/end`,
};
const MINUTE = 60_000;

let now: number;
let asked: string[];
let answer: () => Promise<Response>;
let stored: string | null;

beforeEach(() => {
  now = 0;
  asked = [];
  answer = () => Promise.resolve(Response.json(document));
  stored = null;
});

function anIsolate(of = issuer) {
  return discoveredMetadata({
    issuer: of,
    fetch: (input) => {
      asked.push(input instanceof Request ? input.url : String(input));
      return answer();
    },
    kept: {
      read: () => Promise.resolve(stored),
      keep: (text) => Promise.resolve(void (stored = text)),
    },
    clock: () => now,
    log: { warn: () => undefined, error: () => undefined },
  });
}

const down = () => Promise.reject(new TypeError('fetch failed'));

test('asked for once an hour, at the well-known address', async () => {
  const metadata = anIsolate();
  expect(await metadata()).toMatchObject(document);
  now += 59 * MINUTE;
  await metadata();
  expect(asked).toEqual([`${issuer}/.well-known/openid-configuration`]);
  now += MINUTE;
  await metadata();
  expect(asked).toHaveLength(2);
});

test('an issuer that ends with a slash has no address with two', async () => {
  answer = () => Promise.resolve(Response.json({ ...document, issuer: `${issuer}/` }));
  expect(await anIsolate(`${issuer}/`)()).toMatchObject({ issuer: `${issuer}/` });
  expect(asked).toEqual([`${issuer}/.well-known/openid-configuration`]);
});

test('through an outage the last answer is used, and the provider asked once a minute', async () => {
  const metadata = anIsolate();
  await metadata();
  answer = down;
  now += 60 * MINUTE;
  expect(await metadata()).toMatchObject(document);
  expect(await metadata()).toMatchObject(document);
  expect(asked).toHaveLength(2);
  now += MINUTE;
  await metadata();
  expect(asked).toHaveLength(3);
});

test('an isolate that starts during an outage has what another one kept', async () => {
  await anIsolate()();
  answer = down;
  expect(await anIsolate()()).toMatchObject(document);
});

test.each([
  ['no answer', down],
  ['a page of HTML', () => Promise.resolve(new Response('<html>'))],
  ['503', () => Promise.resolve(Response.json({}, { status: 503 }))],
  ['no token endpoint', () => Promise.resolve(Response.json({ ...document, token_endpoint: undefined }))],
  ['an address that is none', () => Promise.resolve(Response.json({ ...document, jwks_uri: 'keys' }))],
  [
    'another issuer (mix-up)',
    () => Promise.resolve(Response.json({ ...document, issuer: 'https://evil.example' })),
  ],
])('nothing known, and %s: unreachable', async (_failure, failing) => {
  answer = failing;
  await expect(anIsolate()()).rejects.toBeInstanceOf(ProviderUnreachableError);
});

test.each(['nonsense', JSON.stringify({ ...document, issuer: 'https://evil.example' })])(
  'what is kept is parsed like an answer (%#)',
  async (text) => {
    stored = text;
    answer = down;
    await expect(anIsolate()()).rejects.toBeInstanceOf(ProviderUnreachableError);
  },
);
