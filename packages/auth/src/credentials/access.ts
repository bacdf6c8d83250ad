import type { AuthContext } from '../auth-context.ts';
import { isOperator } from '../operator.ts';
import { type Claim, resolveStores } from '../resolve-stores.ts';
import { permissionsOfClient, permissionsOfPerson, OF_SHARE } from './permissions.ts';

/** Which stores a credential reaches, and what it may do there. */
export type Access = Pick<AuthContext, 'stores' | 'permissions' | 'withheld' | 'visiting'>;

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
  };
}
