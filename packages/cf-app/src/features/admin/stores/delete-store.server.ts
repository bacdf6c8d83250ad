import { changeInRequest } from '#/features/access/change-in-request.server.ts';
import { requirePermission } from '#/features/auth/guard.server.ts';
import { deleteInRequest } from '#/features/stores/delete-in-request.server.ts';
import type { Deleted } from './stores.ts';

/** Deletes a store for an operator, or goes on with what anybody began. */
export async function deleteInConsole(store: { slug: string; confirmed: string }): Promise<Deleted> {
  const guarded = await requirePermission('admin');
  if (!guarded.ok) return guarded;
  return deleteInRequest(store, changeInRequest(guarded.auth.principal.id, 'console'));
}
