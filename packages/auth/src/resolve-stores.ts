import { maySeeStore, type StoreAccess } from './auth-context.ts';
import type { Claim, UserClaim } from './credentials/claim.ts';
import { isKnownRole } from './credentials/permissions.ts';
import { operatorBy } from './operator.ts';

/** Why stores are seen. */
export type Reason =
  | { readonly by: 'allowlist' }
  /** Actively in the internal organization. */
  | { readonly by: 'internal-organization' }
  /** KV `user-store:{id}`. */
  | { readonly by: 'mapping' }
  | { readonly by: 'organization'; readonly organizationId: string; readonly role: string | null };

/** Stores that somebody sees, and why; one store may be in several. */
export interface SeenStores {
  readonly stores: StoreAccess;
  readonly reason: Reason;
}

/**
 * Which stores a credential may see. What it sees and why come from one place, so that they cannot differ:
 * {@link reasonsOfPerson}.
 *
 * 1. and 2. A person: as it says there.
 * 3. A key or an application sees its owning organization's stores; a person's key, those of them that the person sees.
 * 4. A shared link leads to its one store.
 * 5. What could not be read is not there: less access, never more.
 */
export function resolveStores(claim: Claim): StoreAccess {
  if (claim.kind === 'share-link') return [claim.store];
  if (claim.kind !== 'user') {
    const seenByPerson = claim.person === undefined ? 'all' : resolveStores(claim.person);
    return (claim.owner?.stores ?? []).filter((slug) => maySeeStore(seenByPerson, slug));
  }
  return joined(reasonsOfPerson(claim).map(({ stores }) => stores));
}

/**
 * Which stores a person sees, and why. The one place that decides it.
 *
 * 0. Somebody who was deleted sees nothing, whatever else is known about them.
 * 1. A person in the admin allowlist, or actively in the internal organization, sees all; while they look at one tenant,
 *    that tenant's.
 * 2. Anybody else sees what is mapped to them and, while their membership is active and its role is known, their
 *    organization's stores.
 */
export function reasonsOfPerson(claim: UserClaim): readonly SeenStores[] {
  if (claim.gone === true) return [];
  const operator = operatorBy(claim);
  if (operator !== null) return [{ stores: claim.visiting?.stores ?? 'all', reason: { by: operator } }];
  const mapped: SeenStores = { stores: claim.mapped, reason: { by: 'mapping' } };
  const { membership } = claim;
  if (membership?.active !== true || !isKnownRole(membership.role)) return [mapped];
  const { organizationId, role, stores } = membership;
  return [mapped, { stores, reason: { by: 'organization', organizationId, role } }];
}

function joined(accesses: readonly StoreAccess[]): StoreAccess {
  const slugs = new Set<string>();
  for (const access of accesses) {
    if (access === 'all') return 'all';
    for (const slug of access) slugs.add(slug);
  }
  return [...slugs];
}
