import { maySeeStore, type StoreAccess } from './auth-context.ts';
import { isKnownRole } from './credentials/permissions.ts';

/** Everything that is known about a credential when its stores are decided. Unreadable sources come in empty. */
export type Claim = UserClaim | ClientClaim;

export interface UserClaim {
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
export interface ClientClaim {
  readonly kind: 'api-key' | 'service';
  /** The organization that owns it; null where that could not be read. */
  readonly owner: { readonly stores: readonly string[] } | null;
  /** Slugs of permissions that it was given, known or not. */
  readonly scopes: readonly string[];
  /** The person whose key it is, inside that organization. */
  readonly person?: UserClaim;
}

interface Membership {
  readonly organizationId: string;
  readonly active: boolean;
  readonly role: string | null;
  readonly stores: readonly string[];
}

/**
 * Which stores a credential may see. The one place that decides it.
 *
 * 1. A person in the admin allowlist, or actively in the internal organization, sees all.
 * 2. Anybody else sees what is mapped to them and, while their membership is active and its role is known, their
 *    organization's stores.
 * 3. A key or an application sees its owning organization's stores; a person's key, those of them that the person sees.
 * 4. What could not be read is not there: less access, never more.
 */
export function resolveStores(claim: Claim): StoreAccess {
  if (claim.kind !== 'user') {
    const seenByPerson = claim.person === undefined ? 'all' : resolveStores(claim.person);
    return (claim.owner?.stores ?? []).filter((slug) => maySeeStore(seenByPerson, slug));
  }
  if (claim.adminUserIds.has(claim.userId)) return 'all';

  const membership = claim.membership?.active === true ? claim.membership : null;
  if (membership !== null && membership.organizationId === claim.internalOrganizationId) return 'all';
  const organizationStores = membership !== null && isKnownRole(membership.role) ? membership.stores : [];
  return [...new Set([...claim.mapped, ...organizationStores])];
}
