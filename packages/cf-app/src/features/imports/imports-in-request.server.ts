import type { LedgerEntry } from '@layerkick/stats/orders/ledger-entry';
import { env } from 'cloudflare:workers';
import { requireStore } from '#/features/auth/guard.server.ts';
import type { Denial } from '#/features/auth/person.ts';
import type { Store } from '#/features/stores/store.schema.ts';
import { log } from '#/lib/log.server.ts';
import { requestId } from '#/lib/request-context.server.ts';
import type { ImportRefusal, Recorded } from './imports.ts';

type Objects = Env['STORE_STATS'];

/** What a file says of orders goes into the store's ledger, all or nothing; what is there already changes nothing. */
export function recordInRequest(slug: string, entries: readonly LedgerEntry[]): Promise<Recorded> {
  return inStore(slug, async ({ timeZone, currency }, object) => ({
    ok: true as const,
    ...(await object.record({ slug, timeZone, currency }, entries)),
  }));
}

async function inStore<Answer>(
  slug: string,
  work: (store: Store, object: ReturnType<Objects['getByName']>) => Promise<Answer>,
): Promise<Answer | ImportRefusal | Denial> {
  const guarded = await requireStore(slug);
  if (!guarded.ok) return guarded;
  try {
    return await work(guarded.store, env.STORE_STATS.getByName(slug));
  } catch (cause) {
    log.error('import_unavailable', { store: slug, cause: String(cause) });
    return { ok: false, code: 'failed', requestId: requestId() };
  }
}
