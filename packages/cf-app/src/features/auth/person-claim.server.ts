import type { Log } from '@layerkick/auth/log';
import type { PersonClaims } from '@layerkick/auth/credentials/bearer';
import type { UserClaim } from '@layerkick/auth/credentials/claim';
import { membershipThatCounts, satisfiesSso, type SignIn } from '@layerkick/auth/organization/membership';
import { readStanding, type Standing } from '@layerkick/auth/organization/standing';
import { readUserStores } from '@layerkick/auth/user-store-mapping';
import { env } from 'cloudflare:workers';
import type { RequestedOrganization } from '#/features/organizations/organization-of-request.server.ts';
import { log as ofRequest } from '#/lib/log.server.ts';
import { identityOf } from './identity.server.ts';

/** What is asked about a person on every request, where a change counts at once. */
export interface PersonFacts {
  /** The organization that the request names, which alone counts then; null where it names none. */
  readonly within: RequestedOrganization | null;
  /** The stores mapped to them in KV. */
  readonly mapped: readonly string[];
  /** In the organization that counts; null where it cannot be read. */
  readonly standing: Standing | null;
}

/** Asks for what is known here about the person of a checked token. What cannot be read is left out, and logged. */
export async function personFacts(
  claims: PersonClaims,
  within: RequestedOrganization | null,
  log: Log = ofRequest,
): Promise<PersonFacts> {
  const { sub: userId, org_id, sid = null } = claims;
  const organizationId = within === null ? (org_id ?? null) : within.id;
  const internalOrganizationId = identityOf(env).configuration.INTERNAL_ORGANIZATION_ID ?? null;
  // At once; neither ever rejects.
  const mapped = readUserStores(env.LAYERKICK_KV, userId, log);
  const standing = readStanding(env.DB, { userId, organizationId, internalOrganizationId, sid }, log);
  return { within, mapped: await mapped, standing: await standing };
}

/**
 * The same as what their stores are decided by.
 *
 * @param signIn how their session began; null where that is not known
 * @param within the organization that the request names
 */
export async function personClaim(
  claims: PersonClaims,
  signIn: SignIn | null = null,
  within: RequestedOrganization | null = null,
): Promise<UserClaim> {
  return claimOf(claims, signIn, await personFacts(claims, within));
}

export function claimOf(claims: PersonClaims, signIn: SignIn | null, facts: PersonFacts): UserClaim {
  if (facts.within !== null) return claimWithin(facts.within, claims, signIn, facts);
  const { sub: userId, org_id: organizationId = null } = claims;
  const { ADMIN_USER_IDS, INTERNAL_ORGANIZATION_ID } = identityOf(env).configuration;
  const { mapped, standing } = facts;
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
      : inOrganization(organizationId, roleSaidBy(claims, standing), standing, signIn)),
    ...(standing.operator ? { operator: true } : {}),
    ...(standing.gone ? { gone: true } : {}),
    ...(standing.visiting === null ? {} : { visiting: standing.visiting }),
  };
}

/**
 * What somebody is in the organization that the request names. Neither stores that are mapped to them nor being an operator
 * counts there: an operator looks at a tenant by a visit, which is in the audit log.
 */
function claimWithin(
  within: RequestedOrganization,
  claims: PersonClaims,
  signIn: SignIn | null,
  { standing }: PersonFacts,
): UserClaim {
  const { sub: userId, org_id } = claims;
  const nobody = {
    kind: 'user',
    userId,
    within,
    adminUserIds: new Set<string>(),
    internalOrganizationId: null,
    mapped: [],
    membership: null,
  } as const;
  const { id } = within;
  if (id === null || standing === null) return nobody;
  if (standing.gone) return { ...nobody, gone: true };
  const { ADMIN_USER_IDS } = identityOf(env).configuration;
  const operator = standing.operator || ADMIN_USER_IDS.has(userId);
  if (operator && standing.visiting?.organizationId === id) {
    return { ...nobody, operator: true, visiting: standing.visiting };
  }
  // The token speaks for the organization that it was issued in; of another one, only the mirror knows.
  if (id !== org_id && standing.membership === null) return nobody;
  const known = id === org_id ? roleSaidBy(claims, standing) : (standing.membership?.role ?? null);
  return { ...nobody, ...inOrganization(id, known, standing, signIn) };
}

function roleSaidBy({ role, ofKey }: PersonClaims, { membership }: Standing): string | null {
  return (ofKey === true ? membership?.role : role) ?? null;
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

/** Whether the session that was asked about was ended; null where that cannot be told. */
export function wasEnded({ standing }: PersonFacts): boolean | null {
  return standing === null ? null : standing.ended;
}

/** All that a claim follows from, beside whom it is about. */
export function partsOf({ mapped, standing, within }: PersonFacts): readonly unknown[] {
  return [mapped, standing, within?.id];
}
