import { env } from 'cloudflare:workers';
import type { StatsAnswer, StatsQuery } from '@layerkick/stats/query';
import { requireSession } from '#/features/auth/guard.server.ts';
import { listStores } from '#/features/stores/registry.server.ts';
import { log } from '#/lib/log.server.ts';
import { requestId } from '#/lib/request-context.server.ts';
import { matching } from './find.ts';
import type { Store } from './store.schema.ts';
import type { StoreSummary, SummariesResult } from './summaries.ts';

/** Each card asks its store's own object; more of them than fit on a screen or two are found by searching. */
const MOST_CARDS = 48;

const CARD: StatsQuery = {
  metrics: ['net_sales', 'orders', 'sessions'],
  range: '30d',
  compare: 'previous',
  interval: 'day',
};

/** The stores that the person in this request may see and `find` fits, each with its last 30 days. */
export async function summariesFor(find: string): Promise<SummariesResult> {
  const session = await requireSession();
  if (!session.ok) return { ok: false, code: session.code, requestId: session.requestId };
  try {
    const stores = await listStores(env.DB, session.auth.stores);
    const found = matching(stores, find);
    const now = Date.now();
    return {
      ok: true,
      find,
      all: stores.length,
      found: found.length,
      summaries: await Promise.all(found.slice(0, MOST_CARDS).map((store) => summaryOf(store, now))),
      requestId: requestId(),
    };
  } catch (cause) {
    log.error('store_registry_unavailable', { cause: String(cause) });
    return { ok: false, code: 'unavailable', requestId: requestId() };
  }
}

async function summaryOf({ slug, name, timeZone, currency }: Store, now: number): Promise<StoreSummary> {
  const store = { slug, name, timeZone, currency };
  try {
    const [answer] = await env.STORE_STATS.getByName(slug).query({ slug, timeZone, currency }, [CARD], now);
    return { store, figures: answer ? figuresOf(answer) : null };
  } catch (cause) {
    log.error('stats_query_failed', { store: slug, question: 'card', cause: String(cause) });
    return { store, figures: null };
  }
}

function figuresOf({ totals, totalsBefore, series, freshness }: StatsAnswer): StoreSummary['figures'] {
  return {
    empty: freshness.lastEventAt === null,
    netSales: totals.net_sales ?? null,
    netSalesBefore: totalsBefore?.net_sales ?? null,
    orders: totals.orders ?? null,
    sessions: totals.sessions ?? null,
    days: (series ?? []).filter((point) => !point.unfinished).map((point) => point.metrics.net_sales ?? null),
  };
}
