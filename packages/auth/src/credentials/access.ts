import type { AuthContext } from '../auth-context.ts';
import { type Claim, resolveStores } from '../resolve-stores.ts';
import { permissionsOfClient, permissionsOfPerson } from './permissions.ts';

/** Which stores a credential reaches, and what it may do there. */
export type Access = Pick<AuthContext, 'stores' | 'permissions'>;

/** What everything that is known about a credential amounts to. */
export function accessOf(claim: Claim): Access {
  const stores = resolveStores(claim);
  const permissions =
    claim.kind === 'user' ? permissionsOfPerson(claim, stores) : permissionsOfClient(claim, stores);
  return { stores, permissions };
}
