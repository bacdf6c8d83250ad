import type { AuthContext } from '@layerkick/auth/auth-context';
import type { Change } from '#/features/access/audit-log.server.ts';
import { changeInRequest } from '#/features/access/change-in-request.server.ts';
import { requireStore } from '#/features/auth/guard.server.ts';
import type { Denial } from '#/features/auth/person.ts';
import type { Store } from '#/features/stores/store.schema.ts';
import { log } from '#/lib/log.server.ts';
import { requestId } from '#/lib/request-context.server.ts';

export interface Managing {
  readonly auth: AuthContext;
  readonly store: Store;
  /** What goes into the audit log with what is changed. */
  readonly change: Change;
}

/**
 * Something about a store that somebody asks for who may see it. What else it takes is declared of the server function
 * and asked for before; what fails on the way is in the log, under the id that they see.
 */
export async function atStore<T>(
  slug: string,
  work: (managing: Managing) => Promise<T>,
): Promise<T | Denial> {
  const guarded = await requireStore(slug);
  if (!guarded.ok) return guarded;
  const { auth, store } = guarded;
  try {
    return await work({ auth, store, change: changeInRequest(auth.principal.id, 'settings') });
  } catch (cause) {
    log.error('store_change_failed', { store: store.slug, cause: String(cause) });
    return { ok: false, code: 'unavailable', requestId: requestId() };
  }
}
