import { env } from 'cloudflare:workers';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { inRequest } from '#/lib/request-under-test.ts';
import { authorizationUrl, signInCallback } from './sign-in.server.ts';

/** Callbacks whose answers a well-behaved WorkOS would not give. WorkOS answers through `fetch`. */
const { privateKey, publicKey } = await generateKeyPair('RS256');
const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'key', alg: 'RS256' }] };
const workos = vi.spyOn(globalThis, 'fetch');
afterAll(() => workos.mockRestore());

const honest = { sid: 'session_1', client_id: env.WORKOS_CLIENT_ID, user: {} };
let answered: { sid: string; client_id: string; user: object };

beforeEach(() => {
  answered = honest;
  workos.mockImplementation(async (request) => {
    const url = new URL(request instanceof Request ? request.url : request);
    if (url.pathname.startsWith('/sso/jwks/')) return Response.json(jwks);
    const access_token = await new SignJWT({ sid: answered.sid, client_id: answered.client_id })
      .setProtectedHeader({ alg: 'RS256', kid: 'key' })
      .setIssuer('https://api.workos.com')
      .setSubject('user_1')
      .setExpirationTime('5m')
      .sign(privateKey);
    const user = { id: 'user_1', email: 'a@example.test', ...answered.user };
    return Response.json({ access_token, refresh_token: 'refresh', user });
  });
});

async function signIn() {
  const begun = await inRequest(() => authorizationUrl(new URLSearchParams({ return_to: '/stats/fmdf' })));
  const state = new URL(begun.answer).searchParams.get('state') ?? '';
  const cookie = begun.setCookies[0]?.split(';')[0] ?? '';
  const { answer: outcome, setCookies } = await inRequest(
    () => signInCallback(new URLSearchParams({ state, code: 'code' })),
    { cookie },
  );
  return { outcome, names: setCookies.map((header) => header.split('=')[0]) };
}

test('an honest answer opens a session', async () => {
  const { outcome, names } = await signIn();
  expect(outcome).toEqual({ kind: 'go-to', location: '/stats/fmdf' });
  expect(names).toContain('wos-session');
});

test('a session that was ended here and is given out again is ended at WorkOS first: no loop of sign-ins', async () => {
  answered = { ...honest, sid: 'session_ended' };
  await env.DB.prepare('INSERT INTO revoked_session VALUES (?, 0)').bind('session_ended').run();
  const { outcome, names } = await signIn();
  expect(outcome).toMatchObject({
    kind: 'go-to',
    location: expect.stringContaining('/user_management/sessions/logout?session_id=session_ended'),
  });
  expect(names).not.toContain('wos-session');
});

test('a token for another client opens no session and shows a page instead of looping', async () => {
  answered = { ...honest, client_id: 'client_of_another_environment' };
  const { outcome, names } = await signIn();
  expect(outcome).toMatchObject({
    kind: 'failed',
    problem: { code: 'unavailable', returnTo: '/stats/fmdf' },
  });
  expect(names).not.toContain('wos-session');
});

test('a session over 3.8 kB moves to KV by itself: the cookie holds an id, and nothing is dropped silently', async () => {
  answered = { ...honest, user: { metadata: { notes: 'x'.repeat(4000) } } };
  const { outcome, names } = await signIn();
  expect(outcome).toMatchObject({ kind: 'go-to' });
  expect(names).toContain('wos-session');
  expect((await env.LAYERKICK_KV.list({ prefix: 'session:' })).keys).toHaveLength(1);
});

test('one that no cookie holds while KV is down: a page and a reason in the log, no half session', async () => {
  answered = { ...honest, user: { metadata: { notes: 'x'.repeat(4000) } } };
  const put = vi.spyOn(env.LAYERKICK_KV, 'put').mockRejectedValue(new Error('KV is down'));
  const { outcome, names } = await signIn();
  put.mockRestore();
  expect(outcome).toMatchObject({ kind: 'failed', problem: { code: 'unavailable' } });
  expect(names.filter((name) => name?.startsWith('wos-session'))).toEqual([]);
});
