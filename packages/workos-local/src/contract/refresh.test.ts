import { decodeJwt } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startWorkosLocal, type WorkosLocal } from '../server.ts';
import { loadSession, sdkFor, signIn } from './app.ts';

let workos: WorkosLocal;
beforeEach(async () => {
  workos = await startWorkosLocal();
});
afterEach(() => workos.close());

test('a refresh renews the tokens of the same session', async () => {
  const { session, accessToken } = await signIn(sdkFor(workos), { email: 'merchant@fmdf.test' });
  const before = decodeJwt(accessToken);
  const refreshed = await session.refresh();
  expect(refreshed).toMatchObject({ authenticated: true, sessionId: before['sid'] });
  expect(await session.authenticate()).toMatchObject({ authenticated: true, sessionId: before['sid'] });
});

test('a refresh token works once: the second use is a terminal invalid_grant', async () => {
  const sdk = sdkFor(workos);
  const { sealedSession, refreshToken } = await signIn(sdk, { email: 'merchant@fmdf.test' });
  await loadSession(sdk, sealedSession ?? '').refresh();
  const again = await loadSession(sdk, sealedSession ?? '').refresh();
  expect(again).toEqual({ authenticated: false, reason: 'invalid_grant', retryable: false });
  await expect(sdk.userManagement.authenticateWithRefreshToken({ refreshToken })).rejects.toMatchObject({
    status: 400,
    error: 'invalid_grant',
    errorDescription: expect.any(String),
  });
});

test('of twenty refreshes with one token, one succeeds, and the server can say how many it saw', async () => {
  const sdk = sdkFor(workos);
  const { sealedSession } = await signIn(sdk, { email: 'merchant@fmdf.test' });
  const all = await Promise.all(
    Array.from({ length: 20 }, () => loadSession(sdk, sealedSession ?? '').refresh()),
  );
  expect(all.filter(({ authenticated }) => authenticated)).toHaveLength(1);
  expect(workos.calls.count('POST /user_management/authenticate refresh_token')).toBe(20);
});

test('after a sign-out the refresh token is worth nothing', async () => {
  const { session } = await signIn(sdkFor(workos), { email: 'merchant@fmdf.test' });
  await fetch(await session.getLogoutUrl(), { redirect: 'manual' });
  expect(await session.refresh()).toMatchObject({
    authenticated: false,
    reason: 'invalid_grant',
    retryable: false,
  });
});

test('a session revoked through the API cannot be refreshed', async () => {
  const sdk = sdkFor(workos);
  const { session, user } = await signIn(sdk, { email: 'merchant@fmdf.test' });
  const { data } = await sdk.userManagement.listSessions(user.id);
  expect(data).toMatchObject([{ status: 'active', userId: user.id }]);
  await sdk.userManagement.revokeSession({ sessionId: data[0]?.id ?? '' });
  expect(await session.refresh()).toMatchObject({ reason: 'invalid_grant' });
  expect((await sdk.userManagement.listSessions(user.id)).data).toEqual([]);
});

test('a deleted user cannot refresh', async () => {
  const sdk = sdkFor(workos);
  const { session, user } = await signIn(sdk, { email: 'outsider@example.test' });
  await sdk.userManagement.deleteUser(user.id);
  expect(await session.refresh()).toMatchObject({ reason: 'invalid_grant' });
});

test.each([
  ['a grant that is not imitated', { grant_type: 'password' }, 'unsupported_grant_type'],
  ['a body that is none', 'hello', 'invalid_request'],
  ['a refresh without its token', { grant_type: 'refresh_token', client_id: 'x' }, 'invalid_request'],
])('%s is told what is wrong with it', async (_, body, error) => {
  const answer = await fetch(`${workos.url}/user_management/authenticate`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ error, error_description: expect.any(String) });
});
