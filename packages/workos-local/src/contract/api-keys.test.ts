import type { WorkOS } from '@workos-inc/node';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ORGANIZATIONS } from '../accounts.ts';
import { startWorkosLocal, type WorkosLocal } from '../server.ts';
import { sdkFor } from './app.ts';

const organizationId = 'org_01LKFMDF';
const owner = 'user_01LKMERCHANT';
let now = Date.parse('2026-11-21T09:00:00Z');
let workos: WorkosLocal;
let sdk: WorkOS;

beforeEach(async () => {
  workos = await startWorkosLocal({ organizations: ORGANIZATIONS, now: () => now });
  sdk = sdkFor(workos);
});
afterEach(() => workos.close());

const create = (permissions = ['stats:read']) =>
  sdk.apiKeys.createOrganizationApiKey({ organizationId, name: 'Warehouse', permissions });

test('a key of an organization is shown once, and validates to its owner and permissions', async () => {
  const { value, ...created } = await create();
  expect(value).toMatch(/^sk_/);
  expect(created).toMatchObject({ name: 'Warehouse', owner: { type: 'organization', id: organizationId } });

  const { apiKey } = await sdk.apiKeys.createValidation({ value });
  expect(apiKey).toMatchObject({ id: created.id, permissions: ['stats:read'] });
  expect(apiKey).not.toHaveProperty('value');
  expect(apiKey?.obfuscatedValue).not.toContain(value.slice(3, -4));
});

test('a value that is no key validates to null', async () => {
  expect(await sdk.apiKeys.createValidation({ value: 'sk_invented' })).toEqual({ apiKey: null });
});

test('keys are listed by organization, newest first, page by page', async () => {
  const ids = [];
  for (let n = 0; n < 3; n++) ids.unshift((await create()).id);
  const first = await sdk.apiKeys.listOrganizationApiKeys({ organizationId, limit: 2 });
  const after = first.listMetadata.after ?? '';
  const second = await sdk.apiKeys.listOrganizationApiKeys({ organizationId, limit: 2, after });
  expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(ids);
  expect(second.listMetadata.after).toBeNull();
  const others = await sdk.apiKeys.listOrganizationApiKeys({ organizationId: 'org_01LKAGENCY' });
  expect(others.data).toEqual([]);
});

test('a deleted key validates no more; deleting it again is a 404', async () => {
  const { id, value } = await create();
  await sdk.apiKeys.deleteApiKey(id);
  expect((await sdk.apiKeys.createValidation({ value })).apiKey).toBeNull();
  await expect(sdk.apiKeys.deleteApiKey(id)).rejects.toMatchObject({ status: 404 });
});

test('a permission that does not exist is refused by name', async () => {
  await expect(create(['stats:everything'])).rejects.toMatchObject({ status: 422 });
});

test('a person’s key names the person and the organization, and ends when it is said to', async () => {
  const { value } = await sdk.userManagement.createUserApiKey(owner, {
    name: 'Laptop',
    organizationId,
    permissions: ['stats:read'],
    expiresAt: new Date(now + 1000),
  });
  const { apiKey } = await sdk.apiKeys.createValidation({ value });
  expect(apiKey?.owner).toEqual({ type: 'user', id: owner, organizationId });
  expect((await sdk.userManagement.listUserApiKeys(owner)).data).toHaveLength(1);
  now += 1000;
  expect((await sdk.apiKeys.createValidation({ value })).apiKey).toBeNull();
});

test('nobody gets a key in an organization they are not in', async () => {
  const foreign = sdk.userManagement.createUserApiKey(owner, { name: 'x', organizationId: 'org_01LKAGENCY' });
  await expect(foreign).rejects.toMatchObject({ status: 422 });
});
