import { afterEach, beforeEach, expect, test } from 'vitest';
import { API_KEY } from '../accounts.ts';
import { startWorkosLocal, type WorkosLocal } from '../server.ts';
import { sdkFor } from './app.ts';

const userId = 'user_01LKMERCHANT';

let workos: WorkosLocal;
let sdk: ReturnType<typeof sdkFor>;
let organizationId: string;
beforeEach(async () => {
  workos = await startWorkosLocal();
  sdk = sdkFor(workos);
  organizationId = (await sdk.organizations.createOrganization({ name: 'Fabrikam' })).id;
});
afterEach(() => workos.close());

test('a membership names its organization and role', async () => {
  const membership = await sdk.userManagement.createOrganizationMembership({
    userId,
    organizationId,
    roleSlug: 'admin',
  });
  const expected = {
    userId,
    organizationId,
    organizationName: 'Fabrikam',
    role: { slug: 'admin' },
    status: 'active',
  };
  expect(membership).toMatchObject(expected);
  expect(await sdk.userManagement.getOrganizationMembership(membership.id)).toMatchObject(expected);
});

test('a list shows active memberships unless it is asked for others', async () => {
  const { id } = await sdk.userManagement.createOrganizationMembership({ userId, organizationId });
  const ids = async (statuses?: ('active' | 'inactive')[]) => {
    const list = await sdk.userManagement.listOrganizationMemberships({
      userId,
      ...(statuses && { statuses }),
    });
    return list.data.map((each) => each.id);
  };
  expect(await ids()).toEqual([id]);
  await sdk.userManagement.deactivateOrganizationMembership(id);
  expect(await ids()).toEqual([]);
  expect(await ids(['active', 'inactive'])).toEqual([id]);
  await sdk.userManagement.reactivateOrganizationMembership(id);
  expect(await ids()).toEqual([id]);
});

test('a list of everybody’s memberships everywhere is refused', async () => {
  const answer = await fetch(`${workos.url}/user_management/organization_memberships`, {
    headers: { authorization: `Bearer ${API_KEY}` },
  });
  expect(answer.status).toBe(422);
});

test('deactivating or reactivating twice does nothing the second time', async () => {
  const { id } = await sdk.userManagement.createOrganizationMembership({ userId, organizationId });
  await sdk.userManagement.deactivateOrganizationMembership(id);
  expect(await sdk.userManagement.deactivateOrganizationMembership(id)).toMatchObject({
    id,
    status: 'inactive',
  });
  const { data } = await sdk.events.listEvents({ events: ['organization_membership.updated'] });
  expect(data).toHaveLength(1);
  await sdk.userManagement.reactivateOrganizationMembership(id);
  expect(await sdk.userManagement.reactivateOrganizationMembership(id)).toMatchObject({ status: 'active' });
});

test('nobody joins twice, and somebody who left joins again under the same membership', async () => {
  const { id } = await sdk.userManagement.createOrganizationMembership({ userId, organizationId });
  const again = () =>
    sdk.userManagement.createOrganizationMembership({ userId, organizationId, roleSlug: 'admin' });
  await expect(again()).rejects.toMatchObject({ status: 409 });
  await sdk.userManagement.deactivateOrganizationMembership(id);
  expect(await again()).toMatchObject({ id, status: 'active', role: { slug: 'admin' } });
});
