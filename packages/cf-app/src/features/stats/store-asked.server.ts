import type { StatsAnswer, StatsQuery } from '@layerkick/stats/query';
import { env } from 'cloudflare:workers';
import { requireStore } from '#/features/auth/guard.server.ts';

interface StoreAsked {
  ask(queries: readonly StatsQuery[]): Promise<readonly StatsAnswer[]>;
}

/** The store that somebody asks beside the page itself. Null: they may not see it. */
export async function storeAsked(slug: string): Promise<StoreAsked | null> {
  const guarded = await requireStore(slug);
  if (!guarded.ok) return null;
  const { slug: name, timeZone, currency } = guarded.store;
  const stub = env.STORE_STATS.getByName(name);
  const now = Date.now();
  return { ask: (queries) => stub.query({ slug: name, timeZone, currency }, queries, now) };
}
