import { afterEach, beforeEach, expect, test } from 'vitest';
import { startWorkosLocal, type WorkosLocal } from '../server.ts';
import { sdkFor } from './app.ts';

let workos: WorkosLocal;
let sdk: ReturnType<typeof sdkFor>;
beforeEach(async () => {
  workos = await startWorkosLocal();
  sdk = sdkFor(workos);
});
afterEach(() => workos.close());

test('somebody who is invited and accepts is a member with the role of the invitation', async () => {
  const { id: organizationId } = await sdk.organizations.createOrganization({ name: 'Fabrikam' });
  const email = 'outsider@example.test';
  const invited = await sdk.userManagement.sendInvitation({ email, organizationId, roleSlug: 'viewer' });
  expect(invited).toMatchObject({ state: 'pending', email, organizationId });
  expect((await sdk.userManagement.listInvitations({ organizationId })).data).toHaveLength(1);

  expect(await sdk.userManagement.acceptInvitation(invited.id)).toMatchObject({ state: 'accepted' });
  const { data } = await sdk.userManagement.listOrganizationMemberships({ organizationId });
  expect(data).toMatchObject([{ userId: 'user_01LKOUTSIDER', role: { slug: 'viewer' }, status: 'active' }]);
});

test('an invitation that was revoked cannot be accepted', async () => {
  const { id } = await sdk.userManagement.sendInvitation({ email: 'outsider@example.test' });
  expect(await sdk.userManagement.revokeInvitation(id)).toMatchObject({ state: 'revoked' });
  await expect(sdk.userManagement.acceptInvitation(id)).rejects.toMatchObject({ status: 400 });
});

test('a new environment has no connection and no directory', async () => {
  expect((await sdk.sso.listConnections()).data).toEqual([]);
  expect((await sdk.directorySync.listDirectories()).data).toEqual([]);
});

test('there is a link to the Admin Portal for an organization', async () => {
  const { id: organization } = await sdk.organizations.createOrganization({ name: 'Fabrikam' });
  const { link } = await sdk.adminPortal.generateLink({ organization, intent: 'sso' });
  expect(new URL(link).origin).toBe(workos.url);
});
