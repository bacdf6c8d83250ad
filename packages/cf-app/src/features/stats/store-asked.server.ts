import type { StatsAnswer, StatsQuery } from '@layerkick/stats/query';
import { env } from 'cloudflare:workers';
import { requireStore } from '#/features/auth/guard.server.ts';
import type { Denial } from '#/features/auth/person.ts';

interface StoreAsked {
  readonly ok: true;
  ask(queries: readonly StatsQuery[]): Promise<readonly StatsAnswer[]>;
}

/** The store that somebody asks beside the page itself. */
export async function storeAsked(slug: string): Promise<StoreAsked | Denial> {
  const guarded = await requireStore(slug);
  if (!guarded.ok) return guarded;
  const { slug: name, timeZone, currency } = guarded.store;
  const stub = env.STORE_STATS.getByName(name);
  const now = Date.now();
  return { ok: true, ask: (queries) => stub.query({ slug: name, timeZone, currency }, queries, now) };
}
