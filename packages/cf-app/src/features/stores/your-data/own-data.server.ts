import { env } from 'cloudflare:workers';
import { changeInRequest } from '#/features/access/change-in-request.server.ts';
import { forbiddenTo, requireSession, requireStore } from '#/features/auth/guard.server.ts';
import type { Degraded, Denial, SignInAgain } from '#/features/auth/person.ts';
import { requestId } from '#/lib/request-context.server.ts';
import { deleteInRequest, type DeletionRefusal, type DeletionStep } from '../delete-in-request.server.ts';
import { findDeletion } from '../deletion-record.server.ts';

type Deleted = DeletionStep | DeletionRefusal | SignInAgain | Degraded | Denial;

/**
 * Deletes a store for somebody who manages it, or goes on with what they began: after the first moment the store is
 * nobody's any more.
 */
export async function deleteOwnStore(store: { slug: string; confirmed: string }): Promise<Deleted> {
  const session = await requireSession();
  if (!session.ok) return session;
  const { auth } = session;
  const begun = await findDeletion(env.DB, store.slug);
  if (begun?.begunBy !== auth.principal.id) {
    const guarded = await requireStore(store.slug);
    if (!guarded.ok) return guarded;
    if (!auth.permissions.has('store:manage')) return forbiddenTo(auth);
    if (await isShared(store.slug)) return { ok: false, code: 'shared', requestId: requestId() };
  }
  return deleteInRequest(store, changeInRequest(auth.principal.id, 'settings'));
}

/** What belongs to several organizations is not one's own to delete: an operator does. */
async function isShared(slug: string): Promise<boolean> {
  const owners = await env.DB.prepare('SELECT count(*) AS owners FROM organization_store WHERE slug = ?')
    .bind(slug)
    .first<number>('owners');
  return (owners ?? 0) > 1;
}
