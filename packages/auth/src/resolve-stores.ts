import { type Permission, PERMISSIONS, type StoreAccess } from './auth-context.ts';

/** Everything that is known about a credential when its stores are decided. Unreadable sources come in empty. */
export type Claim = UserClaim | ClientClaim;

interface UserClaim {
  readonly kind: 'user';
  readonly userId: string;
  /** `ADMIN_USER_IDS`. */
  readonly adminUserIds: ReadonlySet<string>;
  /** The organization whose members see every store; null where none is configured. */
  readonly internalOrganizationId: string | null;
  /** The slugs mapped to this person in KV. */
  readonly mapped: readonly string[];
  /** The person's membership in the organization the session was opened in. */
  readonly membership: Membership | null;
}

/** An API key or an M2M application: never more than its owner has. */
interface ClientClaim {
  readonly kind: 'api-key' | 'service';
  readonly owner: { readonly stores: readonly string[] } | null;
}

interface Membership {
  readonly organizationId: string;
  readonly active: boolean;
  readonly stores: readonly string[];
}

/**
 * Which stores a credential may see. The one place that decides it.
 *
 * 1. A person in the admin allowlist, or actively in the internal organization, sees all.
 * 2. Anybody else sees what is mapped to them and, while their membership is active, their organization's stores.
 * 3. A key or an application sees its owning organization's stores.
 * 4. What could not be read is not there: less access, never more.
 */
export function resolveStores(claim: Claim): StoreAccess {
  if (claim.kind !== 'user') return claim.owner?.stores ?? [];
  if (claim.adminUserIds.has(claim.userId)) return 'all';

  const membership = claim.membership?.active === true ? claim.membership : null;
  if (membership !== null && membership.organizationId === claim.internalOrganizationId) return 'all';
  return [...new Set([...claim.mapped, ...(membership?.stores ?? [])])];
}

const NO_PERMISSIONS: ReadonlySet<Permission> = new Set();
const READING: ReadonlySet<Permission> = new Set(['stats:read', 'stats:export']);
const EVERYTHING: ReadonlySet<Permission> = new Set(PERMISSIONS);

/** What a signed-in person may do with the stores they see. */
export function permissionsOn(stores: StoreAccess): ReadonlySet<Permission> {
  if (stores === 'all') return EVERYTHING;
  return stores.length === 0 ? NO_PERMISSIONS : READING;
}
