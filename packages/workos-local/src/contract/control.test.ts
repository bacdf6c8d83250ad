import { decodeJwt } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startWorkosLocal, type WorkosLocal } from '../server.ts';
import { SIGNED_OUT, sdkFor, signIn, visit } from './app.ts';

const EMAIL = 'merchant@fmdf.test';

const BEFORE = [Request, Response];
let workos: WorkosLocal;
beforeEach(async () => {
  workos = await startWorkosLocal();
});
afterEach(() => workos.close());

const control = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  fetch(`${workos.url}/_local/${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

test('faults are set, listed and cleared over HTTP', async () => {
  const fault = { path: '/health', status: 503 };
  expect((await control('POST', 'faults', fault)).status).toBe(204);
  expect(await (await control('GET', 'faults')).json()).toEqual([fault]);
  expect((await fetch(`${workos.url}/health`)).status).toBe(503);
  expect((await control('DELETE', 'faults')).status).toBe(204);
  expect((await fetch(`${workos.url}/health`)).status).toBe(200);
});

test('calls are counted by endpoint and grant; controlling is not a call', async () => {
  const { session } = await signIn(sdkFor(workos), { email: EMAIL });
  await session.refresh();
  expect(await (await control('GET', 'calls')).json()).toEqual({
    'GET /user_management/authorize': 1,
    'POST /user_management/authenticate authorization_code': 1,
    'POST /user_management/authenticate refresh_token': 1,
  });
});

test('settings change from now on: the life of access tokens, where sign-outs may go', async () => {
  const settings = { accessTokenSeconds: 2, logoutUris: ['http://localhost:9/out'] };
  expect((await control('PUT', 'settings', settings)).status).toBe(204);
  const { accessToken, session } = await signIn(sdkFor(workos), { email: EMAIL });
  const { iat = 0, exp = 0 } = decodeJwt(accessToken);
  expect(exp - iat).toBe(2);
  expect((await visit(await session.getLogoutUrl({ returnTo: SIGNED_OUT }))).status).toBe(400);
  expect((await visit(await session.getLogoutUrl())).to?.href).toBe('http://localhost:9/out');
});

test('a reset puts everything back to how it started', async () => {
  const sdk = sdkFor(workos);
  const { session } = await signIn(sdk, { email: EMAIL });
  await sdk.userManagement.deleteUser('user_01LKOUTSIDER');
  workos.faults.add({ path: '/health', status: 503 });
  workos.configure({ logoutUris: ['http://localhost:9/out'] });

  expect((await control('POST', 'reset')).status).toBe(204);
  expect(workos.calls.all()).toEqual({});
  expect((await fetch(`${workos.url}/health`)).status).toBe(200);
  expect(await session.refresh()).toMatchObject({ reason: 'invalid_grant' });
  expect((await sdk.userManagement.listUsers()).data).toHaveLength(4);
  expect((await visit(sdk.userManagement.getLogoutUrl({ sessionId: 'any' }))).to?.href).toBe(SIGNED_OUT);
});

test.each([
  ['POST', 'faults', { path: '/health' }, /delayMs, status, html or drop/],
  ['POST', 'faults', { path: 'health', status: 503 }, /^path: /],
  ['POST', 'faults', { path: '/health', statsu: 503 }, /statsu/],
  ['PUT', 'settings', { accessTokenSeconds: 0 }, /^accessTokenSeconds: /],
  ['PUT', 'settings', { redirectUris: ['callback'] }, /^redirectUris\.0: /],
  ['PUT', 'settings', 'x', /^body: /],
])('%s %s with %j is refused and says why', async (method, path, body, why) => {
  const answer = await control(method, path, body);
  expect(answer.status).toBe(400);
  const { problems } = (await answer.json()) as { problems: string[] };
  expect(problems[0]).toMatch(why);
});

test('whatever runs in the same process keeps what it has for answering', () => {
  expect([Request, Response]).toEqual(BEFORE);
});

test('a web page cannot control it', async () => {
  const answer = await control('POST', 'reset', undefined, { origin: 'http://evil.test' });
  expect(answer.status).toBe(403);
});
