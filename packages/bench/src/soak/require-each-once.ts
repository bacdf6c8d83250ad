import type { StatsAnswer, StatsQuery } from '@layerkick/stats/query';
import { type Expected, PAGES } from './numbered-batches.ts';

type Ask = (query: StatsQuery) => Promise<StatsAnswer>;

/** @throws naming what the store has not counted just once */
export async function requireEachOnce(ask: Ask, expected: Expected): Promise<void> {
  const { totals } = await ask({ metrics: ['page_views', 'orders'], range: 'all', bots: true });
  const { rows } = await ask({
    metrics: ['page_views'],
    range: 'all',
    dimensions: ['page'],
    bots: true,
    limit: PAGES,
  });
  const counted = new Map(rows.map(({ dimensions: [page = ''], metrics }) => [page, metrics.page_views]));
  const wrong = [...expected.viewsOf].filter(([page, views]) => counted.get(page) !== views);
  const said = wrong.map(([page, views]) => `${page}: ${counted.get(page) ?? 0} of ${views} page views`);
  if (totals.page_views !== expected.pageViews)
    said.push(`${totals.page_views} of ${expected.pageViews} page views`);
  if (totals.orders !== expected.orders) said.push(`${totals.orders} of ${expected.orders} orders`);
  if (said.length > 0) throw new Error(`Not counted just once:\n${said.slice(0, 20).join('\n')}`);
}
