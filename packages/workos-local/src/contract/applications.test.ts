import type { WorkOS } from '@workos-inc/node';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLIENT_ID, ORGANIZATIONS } from '../accounts.ts';
import { startWorkosLocal, type WorkosLocal } from '../server.ts';
import { sdkFor } from './app.ts';

const organizationId = 'org_01LKFMDF';
let workos: WorkosLocal;
let sdk: WorkOS;
beforeAll(async () => {
  workos = await startWorkosLocal({ organizations: ORGANIZATIONS });
  sdk = sdkFor(workos);
});
afterAll(() => workos.close());

async function application(scopes: string[]) {
  const { id, clientId } = await sdk.connect.createM2MApplication(
    'Warehouse',
    organizationId,
    undefined,
    scopes,
  );
  const { id: secretId, secret } = await sdk.connect.createApplicationClientSecret({ id });
  return { id, clientId, secretId, secret };
}

async function askForToken(fields: Record<string, string>) {
  const body = new URLSearchParams({ grant_type: 'client_credentials', ...fields });
  const response = await fetch(`${workos.url}/oauth2/token`, { method: 'POST', body });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

test('client credentials become a token about the application and its organization', async () => {
  const { clientId, secret } = await application(['stats:read', 'events:write']);
  const { body } = await askForToken({ client_id: clientId, client_secret: secret, scope: 'stats:read' });
  const keys = createRemoteJWKSet(new URL(`${workos.url}/oauth2/jwks`));
  const { payload } = await jwtVerify(String(body['access_token']), keys, {
    issuer: workos.url,
    audience: CLIENT_ID,
  });
  expect(payload).toMatchObject({
    sub: clientId,
    client_id: clientId,
    org_id: organizationId,
    scope: 'stats:read',
  });
  expect(payload).not.toHaveProperty('sid');
});

test('without a scope in the request, the token has all of the application’s', async () => {
  const { clientId, secret } = await application(['stats:read', 'events:write']);
  const { body } = await askForToken({ client_id: clientId, client_secret: secret });
  expect(body).toMatchObject({ token_type: 'bearer', expires_in: 300 });
});

test('a wrong secret, a scope not granted and another grant are refused', async () => {
  const { clientId, secret } = await application(['stats:read']);
  const credentials = { client_id: clientId, client_secret: secret };
  expect(await askForToken({ ...credentials, client_secret: 'wrong' })).toEqual({
    status: 401,
    body: { error: 'invalid_client' },
  });
  expect((await askForToken({ ...credentials, scope: 'admin' })).body).toEqual({ error: 'invalid_scope' });
  expect((await askForToken({ ...credentials, grant_type: 'password' })).body).toEqual({
    error: 'unsupported_grant_type',
  });
});

test('neither a deleted secret nor a deleted application gets a token', async () => {
  const one = await application(['stats:read']);
  await sdk.connect.deleteClientSecret({ id: one.secretId });
  expect((await askForToken({ client_id: one.clientId, client_secret: one.secret })).status).toBe(401);
  const two = await application(['stats:read']);
  await sdk.connect.deleteApplication({ id: two.id });
  expect((await askForToken({ client_id: two.clientId, client_secret: two.secret })).status).toBe(401);
});
