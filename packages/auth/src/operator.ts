import type { UserClaim } from './resolve-stores.ts';

/** Whether somebody sees every tenant: the admin allowlist, and active members of the internal organization. */
export function isOperator({
  userId,
  adminUserIds,
  internalOrganizationId,
  operator,
  membership,
}: UserClaim): boolean {
  return (
    adminUserIds.has(userId) ||
    operator === true ||
    (membership?.active === true && membership.organizationId === internalOrganizationId)
  );
}
