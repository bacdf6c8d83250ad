import type { UserClaim } from './credentials/claim.ts';

/** What makes somebody an operator; null for everybody else. */
export function operatorBy({
  userId,
  adminUserIds,
  internalOrganizationId,
  operator,
  membership,
}: UserClaim): 'allowlist' | 'internal-organization' | null {
  if (adminUserIds.has(userId)) return 'allowlist';
  const member = membership?.active === true && membership.organizationId === internalOrganizationId;
  return operator === true || member ? 'internal-organization' : null;
}

/** Whether somebody sees every tenant: the admin allowlist, and active members of the internal organization. */
export function isOperator(claim: UserClaim): boolean {
  return operatorBy(claim) !== null;
}
