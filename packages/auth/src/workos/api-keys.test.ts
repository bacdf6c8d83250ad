import { API_KEY, CLIENT_ID, ORGANIZATIONS } from '@layerkick/workos-local/accounts';
import { startWorkosLocal, type WorkosLocal } from '@layerkick/workos-local/server';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type ApiKeyDirectory, ApiKeysUnavailableError, workosApiKeys } from './api-keys.ts';

/** API keys over HTTP, against a WorkOS on this machine. */
const organizationId = 'org_01LKFMDF';
const log = { warn: () => undefined, error: () => undefined };
let workos: WorkosLocal;
let keys: ApiKeyDirectory;

beforeAll(async () => {
  workos = await startWorkosLocal({ organizations: ORGANIZATIONS });
  keys = directory(API_KEY);
});
afterEach(() => workos.faults.clear());
afterAll(() => workos.close());

const directory = (apiKey: string) =>
  workosApiKeys(
    { apiKey, clientId: CLIENT_ID, apiUrl: new URL(workos.url), timeout: 2000, fetch: globalThis.fetch },
    log,
  );
const create = () => keys.create({ organizationId, name: 'Warehouse', scopes: ['stats:read'] });

test('made, validated, listed, deleted', async () => {
  const { key, value } = await create();
  expect(await keys.validate(value)).toMatchObject({
    kind: 'valid',
    key: { id: key.id, name: 'Warehouse', organizationId, userId: null, scopes: ['stats:read'] },
  });
  const listed = await keys.list(organizationId);
  expect(listed.map(({ id }) => id)).toContain(key.id);
  expect(JSON.stringify(listed)).not.toContain(value);

  await keys.delete(key.id);
  expect(await keys.validate(value)).toEqual({ kind: 'invalid' });
  await keys.delete(key.id);
});

test('more keys than fit on a page are all listed', async () => {
  const made = await Promise.all(Array.from({ length: 12 }, create));
  const ids = (await keys.list(organizationId)).map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(made.map(({ key }) => key.id)));
});

test.each([
  ['500', { status: 500 }],
  ['429', { status: 429, headers: { 'Retry-After': '60' } }],
  ['an HTML 502', { html: true }],
  ['a dropped connection', { drop: true }],
  ['a shape that nobody knows', { status: 200, body: { api_key: { id: 7 } } }],
] as const)('%s says nothing about a key', async (_failure, fault) => {
  workos.faults.add({ path: '/api_keys/validations', ...fault });
  expect(await keys.validate('sk_whatever_it_is')).toEqual({ kind: 'unavailable' });
});

test('our own API key being wrong says nothing about anybody’s', async () => {
  expect(await directory('sk_wrong').validate('sk_whatever_it_is')).toEqual({ kind: 'unavailable' });
});

test('making, listing and deleting fail by name when WorkOS does not answer', async () => {
  workos.faults.add({ path: `/organizations/${organizationId}/api_keys`, status: 503, times: 2 });
  workos.faults.add({ path: '/api_keys/api_key_1', status: 503 });
  await expect(create()).rejects.toBeInstanceOf(ApiKeysUnavailableError);
  await expect(keys.list(organizationId)).rejects.toBeInstanceOf(ApiKeysUnavailableError);
  await expect(keys.delete('api_key_1')).rejects.toBeInstanceOf(ApiKeysUnavailableError);
});
