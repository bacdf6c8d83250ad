import type { AuthContext } from '../auth-context.ts';
import { isOperator } from '../operator.ts';
import { resolveStores } from '../resolve-stores.ts';
import type { Claim, UserClaim } from './claim.ts';
import { isKnownRole, OF_SHARE, permissionsOfClient, permissionsOfPerson } from './permissions.ts';

/** Which stores a credential reaches, and what it may do there. */
export type Access = Pick<AuthContext, 'stores' | 'permissions' | 'withheld' | 'visiting' | 'outside'> &
  Partial<Pick<AuthContext, 'organization'>>;

/** What everything that is known about a credential amounts to. */
export function accessOf(claim: Claim): Access {
  const stores = resolveStores(claim);
  if (claim.kind === 'share-link') return { stores, permissions: OF_SHARE };
  if (claim.kind !== 'user') return { stores, permissions: permissionsOfClient(claim, stores) };
  const { withheld, visiting } = claim;
  return {
    stores,
    permissions: permissionsOfPerson(claim, stores),
    ...(withheld === undefined ? {} : { withheld }),
    ...(visiting === undefined || !isOperator(claim)
      ? {}
      : { visiting: { organizationId: visiting.organizationId } }),
    ...(claim.within === undefined ? {} : placeIn(claim)),
  };
}

/** Of a request that names an organization: what the person is there. Who is nothing there is outside. */
function placeIn({ within, membership, visiting }: UserClaim): Pick<Access, 'organization' | 'outside'> {
  const id = within?.id ?? null;
  if (id !== null && visiting?.organizationId === id)
    return { organization: { id, role: null, permissions: [] } };
  if (id === null || membership?.active !== true || !isKnownRole(membership.role)) {
    return { organization: null, outside: true };
  }
  return { organization: { id, role: membership.role, permissions: [] } };
}
