import { env } from 'cloudflare:workers';
import { assignStores, unassignStores } from '#/features/access/organization-stores.server.ts';
import type { Denial } from '#/features/auth/person.ts';
import { mirrored } from '#/features/mirror/mirrored.server.ts';
import { changeAsOperator } from '../as-operator.server.ts';
import { refuse } from '../at-workos.server.ts';
import type { ChangeRefused, UsualRefusal } from '../change-refused.ts';
import type { Ownership } from './ownership.schema.ts';

type OwnershipChange =
  | { readonly ok: true }
  | ChangeRefused<'organization_unknown' | 'stores_unknown' | UsualRefusal>
  | Denial;

/** Gives an organization a store, which its members then see. */
export function assignStore({ organization, store }: Ownership): Promise<OwnershipChange> {
  return changeAsOperator(async ({ change }) => {
    if ((await mirrored(env.DB, 'organization', organization)) === null)
      return refuse('organization_unknown');
    const assigned = await assignStores(env.DB, organization, [store], change);
    return assigned.ok ? { ok: true } : refuse('stores_unknown');
  });
}

/** Takes a store from an organization, also from one that is gone: its members see it no more on the next request. */
export function unassignStore({ organization, store }: Ownership): Promise<OwnershipChange> {
  return changeAsOperator(async ({ change }) => {
    await unassignStores(env.DB, organization, [store], change);
    return { ok: true };
  });
}
