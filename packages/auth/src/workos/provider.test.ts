import { ACCOUNTS, API_KEY, CLIENT_ID } from '@layerkick/workos-local/accounts';
import { startWorkosLocal, type WorkosLocal } from '@layerkick/workos-local/server';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { codeChallengeOf, randomToken } from '../flow/pkce.ts';
import type { AuthProvider } from '../provider.ts';
import { workosProvider } from './provider.ts';

/** The provider over HTTP, against a WorkOS on this machine. */
const redirectUri = 'http://localhost:3051/auth/workos/callback';
const AUTHENTICATE = '/user_management/authenticate';
const log = { warn: () => undefined, error: () => undefined };
const keptKeys = { read: () => Promise.resolve(null), keep: () => Promise.resolve() };
const random = (bytes: Uint8Array<ArrayBuffer>) => void crypto.getRandomValues(bytes);

let workos: WorkosLocal;
let provider: AuthProvider;

beforeAll(async () => {
  workos = await startWorkosLocal();
  provider = providerWith({});
});
afterEach(() => {
  workos.faults.clear();
  workos.calls.clear();
});
afterAll(() => workos.close());

function providerWith(change: { timeout?: number; apiKey?: string }): AuthProvider {
  const connection = {
    apiKey: API_KEY,
    clientId: CLIENT_ID,
    apiUrl: new URL(workos.url),
    timeout: 5000,
    fetch: globalThis.fetch,
    ...change,
  };
  return workosProvider({ connection, issuers: [], keptKeys, clock: Date.now, log });
}

async function authorize() {
  const codeVerifier = randomToken(random);
  const address = await provider.authorizationUrl({
    state: 'state',
    codeChallenge: await codeChallengeOf(codeVerifier),
    redirectUri,
    loginHint: ACCOUNTS[1]?.email ?? '',
  });
  const back = new URL((await fetch(address, { redirect: 'manual' })).headers.get('Location') ?? '');
  return { codeVerifier, code: back.searchParams.get('code') ?? '', callbackUrl: back };
}

async function signIn() {
  const outcome = await provider.exchangeCode(await authorize());
  if (outcome.kind !== 'signed-in') throw new Error(outcome.kind);
  return outcome.session;
}

test('sign in, verify, refresh, sign out', async () => {
  const session = await signIn();
  expect(session.user).toMatchObject({ id: 'user_01LKMERCHANT', email: 'merchant@fmdf.test' });
  const token = await provider.verify(session.accessToken);
  if (token.kind !== 'valid') throw new Error(token.kind);
  expect(token.claims.sub).toBe('user_01LKMERCHANT');

  const renewed = await provider.refresh({ refreshToken: session.refreshToken });
  expect(renewed.kind).toBe('refreshed');

  const returnTo = 'http://localhost:3051/auth/workos/logout';
  const ended = await fetch(
    await provider.logoutUrl({ sessionId: token.claims.sid, accessToken: session.accessToken, returnTo }),
    {
      redirect: 'manual',
    },
  );
  expect(ended.headers.get('Location')).toBe(returnTo);
});

test('a wrong verifier gives no session', async () => {
  const exchange = { ...(await authorize()), codeVerifier: randomToken(random) };
  expect(await provider.exchangeCode(exchange)).toEqual({
    kind: 'refused',
    reason: 'invalid_grant',
  });
});

test('a code is good for one use', async () => {
  const exchange = await authorize();
  await provider.exchangeCode(exchange);
  expect(await provider.exchangeCode(exchange)).toEqual({ kind: 'refused', reason: 'invalid_grant' });
});

test('a refresh token is good for one use', async () => {
  const { refreshToken } = await signIn();
  await provider.refresh({ refreshToken });
  expect(await provider.refresh({ refreshToken })).toEqual({ kind: 'terminal', reason: 'invalid_grant' });
});

test.each([
  ['500', { status: 500, body: { message: 'oops' } }],
  ['503', { status: 503, body: {} }],
  ['429, asking to wait', { status: 429, headers: { 'Retry-After': '60' }, body: { message: 'slow down' } }],
  ['an HTML 502', { html: true }],
  ['200 with HTML', { html: true, status: 200 }],
  ['200 without a session', { status: 200, body: {} }],
  ['a dropped connection', { drop: true }],
  ['401', { status: 401, body: { message: 'Unauthorized' } }],
  ['400 invalid_client', { status: 400, body: { error: 'invalid_client' } }],
  ['400 without a reason', { status: 400, body: {} }],
  ['404', { status: 404, body: { message: 'Not Found' } }],
] as const)('%s says nothing about the person: transient, and asked once', async (_failure, fault) => {
  const { refreshToken } = await signIn();
  const exchange = await authorize();
  workos.calls.clear();
  workos.faults.add({ path: AUTHENTICATE, ...fault });
  expect((await provider.refresh({ refreshToken })).kind).toBe('transient');
  expect((await provider.exchangeCode(exchange)).kind).toBe('transient');
  expect(workos.calls.count(`POST ${AUTHENTICATE} refresh_token`)).toBe(1);
});

test('WorkOS hangs: given up at the deadline', async () => {
  const { refreshToken } = await signIn();
  workos.faults.add({ path: AUTHENTICATE, delayMs: 30_000 });
  expect((await providerWith({ timeout: 50 }).refresh({ refreshToken })).kind).toBe('transient');
});

test.each(['mfa_enrollment', 'sso_required'])(
  '%s ends a session: the person has to sign in again',
  async (code) => {
    const { refreshToken } = await signIn();
    workos.faults.add({ path: AUTHENTICATE, status: 403, body: { code, message: 'more is needed' } });
    expect(await provider.refresh({ refreshToken })).toEqual({ kind: 'terminal', reason: code });
  },
);
