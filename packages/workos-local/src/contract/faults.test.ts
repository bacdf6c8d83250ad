import { afterEach, beforeEach, expect, test } from 'vitest';
import { CLIENT_ID } from '../accounts.ts';
import type { Fault } from '../faults.ts';
import { startWorkosLocal, type WorkosLocal } from '../server.ts';
import { sdkFor, signIn } from './app.ts';

const AUTHENTICATE = '/user_management/authenticate';
const EMAIL = 'merchant@fmdf.test';

let workos: WorkosLocal;
beforeEach(async () => {
  workos = await startWorkosLocal();
});
afterEach(() => workos.close());

test.each<[string, Omit<Fault, 'path'>, object]>([
  ['a 503', { status: 503 }, { reason: 'server_error', retryable: true }],
  [
    'a 429 with Retry-After',
    { status: 429, headers: { 'retry-after': '7' } },
    { reason: 'rate_limit_exceeded', retryAfter: 7 },
  ],
  ['a timeout at a gateway', { status: 408 }, { reason: 'timeout', retryable: true }],
  ['a dropped connection', { drop: true }, { reason: 'network_error', retryable: true }],
])('%s reaches the SDK as such, once, and the session outlives it', async (_, fault, expected) => {
  const { session } = await signIn(sdkFor(workos), { email: EMAIL });
  workos.faults.add({ path: AUTHENTICATE, grant: 'refresh_token', times: 1, ...fault });
  expect(await session.refresh()).toMatchObject({ authenticated: false, ...expected });
  expect(await session.refresh()).toMatchObject({ authenticated: true });
});

test('an HTML page in front of WorkOS makes the SDK throw', async () => {
  const { session } = await signIn(sdkFor(workos), { email: EMAIL });
  workos.faults.add({ path: AUTHENTICATE, html: true, times: 1 });
  await expect(session.refresh()).rejects.toThrow(/JSON/);
});

test('an answer that is lost after the work was done has spent the refresh token', async () => {
  const { session } = await signIn(sdkFor(workos), { email: EMAIL });
  workos.faults.add({ path: AUTHENTICATE, drop: true, afterEffect: true, times: 1 });
  expect(await session.refresh()).toMatchObject({ reason: 'network_error' });
  expect(await session.refresh()).toMatchObject({ reason: 'invalid_grant', retryable: false });
});

test('a delay holds the real answer back while others pass', async () => {
  workos.faults.add({ path: '/health', delayMs: 500, times: 1 });
  const held = fetch(`${workos.url}/health`).then(({ status }) => ({ held: true, status }));
  const other = fetch(`${workos.url}/sso/jwks/${CLIENT_ID}`).then(({ status }) => ({ held: false, status }));
  expect(await Promise.race([held, other])).toEqual({ held: false, status: 200 });
  expect(await held).toEqual({ held: true, status: 200 });
});

test('a fault hits its own path, method and grant only, and every time until it is cleared', async () => {
  const sdk = sdkFor(workos);
  workos.faults.add({ path: '/sso/jwks/*', method: 'GET', status: 500 });
  workos.faults.add({ path: AUTHENTICATE, grant: 'refresh_token', status: 500 });
  const { session } = await signIn(sdk, { email: EMAIL });
  expect(await session.refresh()).toMatchObject({ reason: 'server_error' });
  expect(await session.refresh()).toMatchObject({ reason: 'server_error' });
  await expect(session.authenticate()).rejects.toThrow();
  workos.faults.clear();
  expect(await session.refresh()).toMatchObject({ authenticated: true });
});

test('an endpoint that meets a fault was called all the same', async () => {
  workos.faults.add({ path: '/health', status: 503 });
  await fetch(`${workos.url}/health`);
  expect(workos.calls.all()).toEqual({ 'GET /health': 1 });
});
