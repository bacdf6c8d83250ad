import type { WorkOSConnection } from './client.ts';

/** Makes a person a member of an organization at WorkOS. @throws whatever WorkOS or the network fails with */
export async function addMembership(
  connection: WorkOSConnection,
  membership: { readonly userId: string; readonly organizationId: string; readonly role: string },
): Promise<void> {
  const { WorkOSClient } = await import('./client.ts');
  const { userId, organizationId, role: roleSlug } = membership;
  await new WorkOSClient(connection).userManagement.createOrganizationMembership({
    userId,
    organizationId,
    roleSlug,
  });
}
