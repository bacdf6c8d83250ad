import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeEach, expect, test } from 'vitest';
import { cachedKeys } from '../tokens/jwks.ts';
import { type IdTokenRules, verifyIdToken } from './id-token.ts';

/** Each case is named after the forgery, or after what a provider leaves out. */
const { privateKey, publicKey } = await generateKeyPair('RS256');
const elliptic = await generateKeyPair('ES256');
const stranger = await generateKeyPair('RS256');
const jwks = {
  keys: [
    { ...(await exportJWK(publicKey)), kid: 'rsa', alg: 'RS256' },
    { ...(await exportJWK(elliptic.publicKey)), kid: 'ec', alg: 'ES256' },
  ],
};

const issuer = 'https://id.example.test';
const now = 1_800_000_000;
const genuine = {
  iss: issuer,
  sub: 'user_1',
  aud: 'layerkick',
  iat: now - 10,
  exp: now + 290,
  sid: 'session_1',
  auth_time: now - 10,
  groups: ['fmdf-owners'],
};

const events: string[] = [];
const log = { warn: (event: string) => events.push(event), error: (event: string) => events.push(event) };
const kept = { read: () => Promise.resolve(null), keep: () => Promise.resolve() };
let rules: IdTokenRules;

beforeEach(() => {
  events.length = 0;
  rules = rulesWith(() => Promise.resolve(Response.json(jwks)));
});

const clock = () => now * 1000;

function rulesWith(fetch: typeof globalThis.fetch): IdTokenRules {
  return {
    keys: cachedKeys({ url: `${issuer}/jwks`, fetch, kept, clock, log }),
    issuer,
    clientId: 'layerkick',
    groupsClaim: 'groups',
    groupRoles: [{ group: 'fmdf-owners', organization: 'org_fmdf', role: 'owner' }],
    clock,
    log,
  };
}

function signed(
  change: Record<string, unknown> = {},
  header = { alg: 'RS256', kid: 'rsa' },
  key: CryptoKey | Uint8Array = privateKey,
) {
  return new SignJWT({ ...genuine, ...change }).setProtectedHeader(header).sign(key);
}

test('a genuine token: who, in which session, with the role that the groups give', async () => {
  expect(await verifyIdToken(await signed(), rules)).toEqual({
    kind: 'valid',
    claims: {
      iss: issuer,
      sub: 'user_1',
      sid: 'session_1',
      client_id: 'layerkick',
      exp: now + 290,
      auth_time: now - 10,
      org_id: 'org_fmdf',
      role: 'owner',
    },
  });
});

test('signed on an elliptic curve', async () => {
  const token = await signed({}, { alg: 'ES256', kid: 'ec' }, elliptic.privateKey);
  expect((await verifyIdToken(token, rules)).kind).toBe('valid');
});

const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
const publicPem = new TextEncoder().encode(JSON.stringify(jwks));

test.each([
  ['alg none', () => `${part({ alg: 'none' })}.${part(genuine)}.`],
  ['HS256 with what everybody can read', () => signed({}, { alg: 'HS256', kid: 'rsa' }, publicPem)],
  ['somebody else’s key under our kid', () => signed({}, undefined, stranger.privateKey)],
  ['an unknown kid', () => signed({}, { alg: 'RS256', kid: 'unknown' }, stranger.privateKey)],
  ['another issuer', () => signed({ iss: 'https://evil.example' })],
  ['our issuer with a slash more', () => signed({ iss: `${issuer}/` })],
  ['another client', () => signed({ aud: 'another-app' })],
  [
    'several clients, issued to another',
    () => signed({ aud: ['layerkick', 'another-app'], azp: 'another-app' }),
  ],
  ['several clients, issued to nobody says whom', () => signed({ aud: ['layerkick', 'another-app'] })],
  ['no client', () => signed({ aud: undefined })],
  ['no subject', () => signed({ sub: undefined })],
  ['no end', () => signed({ exp: undefined })],
  ['no beginning', () => signed({ iat: undefined })],
  [
    'a subject of another type',
    () => `${part({ alg: 'RS256', kid: 'rsa' })}.${part({ ...genuine, sub: 7 })}.c2ln`,
  ],
  ['not yet good', () => signed({ nbf: now + 60 })],
  ['no token at all', () => 'nonsense'],
  ['nothing', () => ''],
])('refused: %s', async (_forgery, forge) => {
  expect((await verifyIdToken(await forge(), rules)).kind).toBe('refused');
});

test.each([
  ['within the skew of 5 s', { exp: now - 4 }, 'valid'],
  ['over', { exp: now - 6 }, 'expired'],
  ['good for hours yet, but ten minutes old', { iat: now - 606, exp: now + 36_000 }, 'expired'],
] as const)('the time of a token: %s', async (_when, change, kind) => {
  expect((await verifyIdToken(await signed(change), rules)).kind).toBe(kind);
});

test('an expired token with a wrong signature is forged, not expired', async () => {
  const token = await signed({ exp: now - 60 }, undefined, stranger.privateKey);
  expect((await verifyIdToken(token, rules)).kind).toBe('refused');
});

async function sidOf(change: object): Promise<string> {
  const check = await verifyIdToken(await signed({ sid: undefined, ...change }), rules);
  return check.kind === 'valid' ? check.claims.sid : check.kind;
}

test('a provider without sid: the moment of the sign-in tells sessions apart, and stays after a refresh', async () => {
  const first = await sidOf({});
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(await sidOf({ iat: now, exp: now + 300 })).toBe(first);
  expect(await sidOf({ auth_time: now - 11 })).not.toBe(first);
  expect(await sidOf({ sub: 'user_2' })).not.toBe(first);
});

test('a provider without either: nobody could be signed out, so nobody is let in, and the log says what to mend', async () => {
  const check = await verifyIdToken(await signed({ sid: undefined, auth_time: undefined }), rules);
  expect(check).toEqual({ kind: 'refused', reason: 'session_unidentified' });
  expect(events).toContain('oidc_session_unidentified');
});

test.each([[['everybody']], [{ fmdf: true }], [undefined]])(
  'groups that give nothing: %j',
  async (groups) => {
    const check = await verifyIdToken(await signed({ groups }), rules);
    expect(check).toMatchObject({
      kind: 'valid',
      claims: expect.not.objectContaining({ org_id: expect.anything() }),
    });
  },
);

test('the keys cannot be had: nothing is said about the token', async () => {
  const down = rulesWith(() => Promise.reject(new TypeError('fetch failed')));
  expect(await verifyIdToken(await signed(), down)).toEqual({ kind: 'unavailable' });
});
