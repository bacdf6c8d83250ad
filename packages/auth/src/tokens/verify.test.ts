import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import type { LogFields } from '../log.ts';
import { cachedKeys } from './jwks.ts';
import { verifyAccessToken } from './verify.ts';

const now = 1_800_000_000_000;
const clock = () => now;
const nowhere = { read: () => Promise.resolve(null), keep: () => Promise.resolve() };
const seconds = now / 1000;
const ours = await generateKeyPair('RS256');
const theirs = await generateKeyPair('RS256');
const jwks = { keys: [{ ...(await exportJWK(ours.publicKey)), kid: 'ours', alg: 'RS256', use: 'sig' }] };
const good = {
  iss: 'https://api.workos.com/user_management/client_1',
  sub: 'user_1',
  sid: 'session_1',
  client_id: 'client_1',
  exp: seconds + 300,
};

const sign = (claims: Record<string, unknown> = {}, key = ours.privateKey, kid = 'ours') =>
  new SignJWT({ ...good, ...claims }).setProtectedHeader({ alg: 'RS256', kid }).sign(key);

function check(token: string, fetch: typeof globalThis.fetch = () => Promise.resolve(Response.json(jwks))) {
  const logged: [string, LogFields | undefined][] = [];
  const log = {
    warn: (event: string, fields?: LogFields) => void logged.push([event, fields]),
    error: (event: string, fields?: LogFields) => void logged.push([event, fields]),
  };
  const rules = {
    keys: cachedKeys({ url: 'https://api.workos.com/sso/jwks/client_1', fetch, kept: nowhere, clock, log }),
    issuers: ['https://api.workos.com', good.iss],
    clientId: 'client_1',
    clock,
    log,
  };
  return verifyAccessToken(token, rules).then((outcome) => ({ outcome, logged }));
}

test('a good token says who it is, and which session', async () => {
  const { outcome } = await check(await sign({ org_id: 'org_1', role: 'admin', permissions: ['a'] }));
  expect(outcome).toMatchObject({
    kind: 'valid',
    claims: { sub: 'user_1', sid: 'session_1', org_id: 'org_1' },
  });
});

test('any issuer of the list will do', async () => {
  expect((await check(await sign({ iss: 'https://api.workos.com' }))).outcome.kind).toBe('valid');
});

test('clocks that differ: 5 s after its end a token still passes, 6 s after it does not', async () => {
  expect((await check(await sign({ exp: seconds - 4 }))).outcome.kind).toBe('valid');
  expect((await check(await sign({ exp: seconds - 6 }))).outcome).toMatchObject({
    kind: 'expired',
    claims: { sid: 'session_1' },
  });
});

const unsigned = (header: object) =>
  [header, good].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
const publicKeyAsSecret = new TextEncoder().encode(JSON.stringify(jwks.keys[0]));

test.each<[attack: string, token: string | Promise<string>]>([
  ['alg none', `${unsigned({ alg: 'none' })}.`],
  ['alg none, spelt otherwise', `${unsigned({ alg: 'nOnE', kid: 'ours' })}.`],
  [
    'HS256 with our public key as the secret',
    new SignJWT(good).setProtectedHeader({ alg: 'HS256', kid: 'ours' }).sign(publicKeyAsSecret),
  ],
  ['an unknown kid', sign({}, theirs.privateKey, 'theirs')],
  ['somebody else’s key under our kid', sign({}, theirs.privateKey)],
  ['a wrong issuer', sign({ iss: 'https://evil.example' })],
  ['an issuer that begins like ours', sign({ iss: 'https://api.workos.com.evil.example' })],
  ['another issuer and expired', sign({ iss: 'https://evil.example', exp: seconds - 60 })],
  ['a wrong client_id', sign({ client_id: 'client_2' })],
  ['a wrong client_id and expired', sign({ client_id: 'client_2', exp: seconds - 60 })],
  ['no expiry', sign({ exp: undefined })],
  ['no session', sign({ sid: undefined })],
  ['a session that is no text', sign({ sid: 7 })],
  ['not yet valid', sign({ nbf: seconds + 60 })],
  [
    'a changed payload',
    sign().then((token) => token.replace(/\.[^.]+\./, `.${unsigned({}).split('.')[1]}x.`)),
  ],
  ['two parts', 'a.b'],
  ['nonsense', 'nonsense'],
  ['empty', ''],
])('%s is refused, never thrown', async (_attack, token) => {
  expect((await check(await token)).outcome.kind).toBe('refused');
});

test('a token for another WORKOS_CLIENT_ID: the log names the mismatch as what it is', async () => {
  const { logged } = await check(await sign({ client_id: 'client_2' }));
  expect(logged).toEqual([
    ['workos_client_id_mismatch', expect.objectContaining({ token: 'client_2', configured: 'client_1' })],
  ]);
});

test('keys that cannot be had say nothing about the token', async () => {
  const { outcome, logged } = await check(await sign(), () => Promise.reject(new TypeError('fetch failed')));
  expect(outcome).toEqual({ kind: 'unavailable' });
  expect(logged.map(([event]) => event)).toContain('signing_keys_unavailable');
});

test('a wrong WORKOS_CLIENT_ID, for which there are no keys: the log says what to mend, not that keys are missing', async () => {
  const { outcome, logged } = await check(await sign({ client_id: 'client_2' }), () =>
    Promise.resolve(new Response('Not Found', { status: 404 })),
  );
  expect(outcome.kind).toBe('refused');
  expect(logged.map(([event]) => event)).toEqual(['workos_client_id_mismatch']);
});
