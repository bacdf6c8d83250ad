import type { ImportedDay, ImportedFrom } from '@layerkick/stats/imported-days/imported-day';
import type { LedgerEntry } from '@layerkick/stats/orders/ledger-entry';
import { env } from 'cloudflare:workers';
import { requireStore } from '#/features/auth/guard.server.ts';
import type { Denial } from '#/features/auth/person.ts';
import type { Store } from '#/features/stores/store.schema.ts';
import { log } from '#/lib/log.server.ts';
import { requestId } from '#/lib/request-context.server.ts';
import type { Changed, ImportedHistory, ImportRefusal, Recorded } from './imports.ts';

type Objects = Env['STORE_STATS'];

/** What a file says of orders goes into the store's ledger, all or nothing; what is there already changes nothing. */
export function recordInRequest(slug: string, entries: readonly LedgerEntry[]): Promise<Recorded> {
  return inStore(slug, async ({ timeZone, currency }, object) => ({
    ok: true as const,
    ...(await object.record({ slug, timeZone, currency }, entries)),
  }));
}

/** Other programs whose history the store has. */
export function historyInRequest(slug: string): Promise<ImportedHistory> {
  return inStore(slug, async (_, object) => ({
    ok: true as const,
    spans: [...(await object.importedSpans())],
  }));
}

/** Keeps what another program counted, apart from what is measured here. */
export function keepInRequest(slug: string, days: readonly ImportedDay[]): Promise<Changed> {
  return inStore(slug, async (_, object) => {
    await object.keepImportedDays(days);
    return { ok: true as const };
  });
}

export function forgetInRequest(slug: string, from: ImportedFrom): Promise<Changed> {
  return inStore(slug, async (_, object) => {
    await object.forgetImportedDays(from);
    return { ok: true as const };
  });
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
