import { type Permission, PERMISSIONS, type StoreAccess } from '../auth-context.ts';
import { isOperator } from '../operator.ts';
import type { ClientClaim, UserClaim } from './claim.ts';

/** What a store mapped to a person gives on it. */
const READING: readonly Permission[] = ['stats:read', 'stats:export'];
/** What a role in an organization gives, on its stores and in itself. A role that is not here gives nothing. */
const OF_ROLE: ReadonlyMap<string, readonly Permission[]> = new Map<string, readonly Permission[]>([
  ['viewer', ['stats:read']],
  ['analyst', READING],
  ['manager', [...READING, 'events:write', 'store:manage']],
  ['owner', [...READING, 'events:write', 'store:manage', 'members:manage', 'keys:manage']],
]);
/**
 * What a scope of a key, an application or a delegated token gives. A scope that is not here gives nothing. None gives
 * `keys:manage` or `admin`: a key makes no keys.
 */
const OF_SCOPE: ReadonlyMap<string, Permission> = new Map<string, Permission>([
  ['stats:read', 'stats:read'],
  ['stats:export', 'stats:export'],
  ['events:write', 'events:write'],
]);
/** What a shared link gives: figures, and nothing to take away or to change. */
export const OF_SHARE: ReadonlySet<Permission> = new Set<Permission>(['stats:read']);
/** These are about the organization; the others are about its stores. */
const ABOUT_ORGANIZATION: ReadonlySet<Permission> = new Set<Permission>(['members:manage', 'keys:manage']);

/**
 * The role that gives less, of two that are said to be somebody's; null where one of them gives nothing or neither
 * gives all that the other does.
 */
export function weakerRole(a: string | null, b: string | null): string | null {
  const [ofA, ofB] = [OF_ROLE.get(a ?? ''), OF_ROLE.get(b ?? '')];
  if (ofA === undefined || ofB === undefined) return null;
  if (ofA.every((permission) => ofB.includes(permission))) return a;
  return ofB.every((permission) => ofA.includes(permission)) ? b : null;
}

/** Whether a role of an organization gives anything. */
export function isKnownRole(role: string | null): boolean {
  return role !== null && OF_ROLE.has(role);
}

/** The scopes that a key can be given. */
export const SCOPES: readonly Permission[] = [...OF_SCOPE.values()];

/**
 * What a person may do.
 *
 * A permission on stores holds for every store that the person sees: where stores come from different places, what all
 * of them give. So a role in one organization never reaches a store that came another way.
 */
export function permissionsOfPerson(claim: UserClaim, stores: StoreAccess): ReadonlySet<Permission> {
  if (claim.gone === true) return new Set();
  if (stores === 'all' || (claim.visiting !== undefined && isOperator(claim))) return new Set(PERMISSIONS);
  const membership = claim.membership?.active === true ? claim.membership : null;
  const ofRole = OF_ROLE.get(membership?.role ?? '') ?? [];
  const mapped = new Set(claim.mapped);
  const owned = new Set(membership?.stores);
  const holdsEverywhere = (permission: Permission) =>
    stores.length > 0 &&
    stores.every(
      (slug) =>
        (mapped.has(slug) && READING.includes(permission)) ||
        (owned.has(slug) && ofRole.includes(permission)),
    );
  return new Set(
    PERMISSIONS.filter((permission) =>
      ABOUT_ORGANIZATION.has(permission) ? ofRole.includes(permission) : holdsEverywhere(permission),
    ),
  );
}

/** What a key or an application may do; a person's key never more than the person. */
export function permissionsOfClient(
  { owner, scopes, person }: ClientClaim,
  stores: StoreAccess,
): ReadonlySet<Permission> {
  if (owner === null) return new Set();
  const scoped = permissionsOfScopes(scopes);
  return person === undefined ? scoped : both(scoped, permissionsOfPerson(person, stores));
}

/** What scopes give at most. */
export function permissionsOfScopes(scopes: readonly string[]): ReadonlySet<Permission> {
  return new Set(scopes.map((scope) => OF_SCOPE.get(scope)).filter((permission) => permission !== undefined));
}

/** What is in both: how a narrower credential is held to what its owner has. */
export function both(a: ReadonlySet<Permission>, b: ReadonlySet<Permission>): ReadonlySet<Permission> {
  return new Set([...a].filter((permission) => b.has(permission)));
}
