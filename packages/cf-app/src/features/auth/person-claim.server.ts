import { readOrganizationStores } from '@layerkick/auth/organization-stores';
import type { UserClaim } from '@layerkick/auth/resolve-stores';
import type { AccessTokenClaims } from '@layerkick/auth/tokens/claims';
import { readUserStores } from '@layerkick/auth/user-store-mapping';
import { env } from 'cloudflare:workers';
import { log } from '#/lib/log.server.ts';
import { identityOf } from './identity.server.ts';

/** What is known here about the person of a checked token. What cannot be read is left out, and logged. */
export async function personClaim(
  claims: Pick<AccessTokenClaims, 'sub' | 'org_id' | 'role'>,
): Promise<UserClaim> {
  const { sub: userId, org_id: organizationId, role = null } = claims;
  const [mapped, membership] = await Promise.all([
    readUserStores(env.LAYERKICK_KV, userId, log),
    organizationId === undefined ? null : membershipIn(organizationId, role),
  ]);
  const adminUserIds = identityOf(env).configuration.ADMIN_USER_IDS;
  return { kind: 'user', userId, adminUserIds, internalOrganizationId: null, mapped, membership };
}

/** WorkOS signs an organization into tokens of its active members only. */
async function membershipIn(organizationId: string, role: string | null) {
  const stores = await readOrganizationStores(env.DB, organizationId, log);
  return { organizationId, active: true, role, stores };
}
