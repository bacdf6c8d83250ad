import { membershipThatCounts, satisfiesSso, type SignIn } from '@layerkick/auth/organization/membership';
import { readStanding, type Standing } from '@layerkick/auth/organization/standing';
import type { UserClaim } from '@layerkick/auth/resolve-stores';
import type { AccessTokenClaims } from '@layerkick/auth/tokens/claims';
import { readUserStores } from '@layerkick/auth/user-store-mapping';
import { env } from 'cloudflare:workers';
import { log } from '#/lib/log.server.ts';
import { identityOf } from './identity.server.ts';

type PersonClaims = Pick<AccessTokenClaims, 'sub' | 'org_id' | 'role'> &
  Partial<Pick<AccessTokenClaims, 'sid'>>;

/** What is asked about a person on every request, where a change counts at once. */
export interface PersonFacts {
  /** The stores mapped to them in KV. */
  readonly mapped: readonly string[];
  /** Null where it cannot be read. */
  readonly standing: Standing | null;
}

/** Asks for what is known here about the person of a checked token. What cannot be read is left out, and logged. */
export async function personFacts(claims: PersonClaims): Promise<PersonFacts> {
  const { sub: userId, org_id: organizationId = null, sid = null } = claims;
  const internalOrganizationId = identityOf(env).configuration.INTERNAL_ORGANIZATION_ID ?? null;
  const [mapped, standing] = await Promise.all([
    readUserStores(env.LAYERKICK_KV, userId, log),
    readStanding(env.DB, { userId, organizationId, internalOrganizationId, sid }, log),
  ]);
  return { mapped, standing };
}

/**
 * The same as what their stores are decided by.
 *
 * @param signIn how their session began; null where that is not known
 */
export async function personClaim(claims: PersonClaims, signIn: SignIn | null = null): Promise<UserClaim> {
  return claimOf(claims, signIn, await personFacts(claims));
}

export function claimOf(
  claims: PersonClaims,
  signIn: SignIn | null,
  { mapped, standing }: PersonFacts,
): UserClaim {
  const { sub: userId, org_id: organizationId = null, role = null } = claims;
  const { ADMIN_USER_IDS, INTERNAL_ORGANIZATION_ID } = identityOf(env).configuration;
  const claim = {
    kind: 'user',
    userId,
    adminUserIds: ADMIN_USER_IDS,
    internalOrganizationId: INTERNAL_ORGANIZATION_ID ?? null,
    mapped,
  } as const;
  if (standing === null) return { ...claim, membership: null };
  return {
    ...claim,
    ...(organizationId === null
      ? { membership: null }
      : inOrganization(organizationId, role, standing, signIn)),
    ...(standing.operator ? { operator: true } : {}),
    ...(standing.gone ? { gone: true } : {}),
    ...(standing.visiting === null ? {} : { visiting: standing.visiting }),
  };
}

/** The stores of an organization that requires its single sign-on are not given to who came another way. */
function inOrganization(
  id: string,
  role: string | null,
  standing: Standing,
  signIn: SignIn | null,
): Pick<UserClaim, 'membership' | 'withheld'> {
  const membership = membershipThatCounts({ id, role }, standing);
  if (!standing.requiresSso || satisfiesSso(signIn, id)) return { membership };
  return {
    membership: { ...membership, active: false },
    ...(membership.active ? { withheld: { reason: 'sso_required', organizationId: id } } : {}),
  };
}
