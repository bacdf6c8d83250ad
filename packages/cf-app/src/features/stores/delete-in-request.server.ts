import { env } from 'cloudflare:workers';
import type { Change } from '#/features/access/audit-log.server.ts';
import { log } from '#/lib/log.server.ts';
import { requestId } from '#/lib/request-context.server.ts';
import type { DeletionReceipt } from './deletion-record.server.ts';
import { beginDeletion, deleteUntil, placesOf } from './deletion.server.ts';

/** One request does as much; the page asks for the rest. */
const AT_A_TIME_MS = 15_000;

export interface DeletionRefusal {
  readonly ok: false;
  readonly code: 'store_unknown' | 'not_confirmed' | 'shared' | 'unavailable';
  readonly requestId: string;
}

/** `receipt`: null where there is more to do; the same again goes on. */
export type DeletionStep = { readonly ok: true; readonly receipt: DeletionReceipt | null };

/**
 * Deletes a store, or goes on with it, after it was decided that this person may.
 *
 * @param confirmed the slug once more, as the person typed it
 */
export async function deleteInRequest(
  { slug, confirmed }: { readonly slug: string; readonly confirmed: string },
  change: Change,
): Promise<DeletionStep | DeletionRefusal> {
  const refused = (code: DeletionRefusal['code']) => ({ ok: false, code, requestId: requestId() }) as const;
  if (confirmed.trim() !== slug) return refused('not_confirmed');
  try {
    if (!(await beginDeletion(env.DB, slug, change))) return refused('store_unknown');
    const receipt = await deleteUntil(placesOf(env), slug, change, Date.now() + AT_A_TIME_MS);
    return { ok: true, receipt };
  } catch (cause) {
    log.error('store_deletion_failed', { store: slug, cause: String(cause) });
    return refused('unavailable');
  }
}
