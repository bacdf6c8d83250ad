import type { Filter } from '@layerkick/stats/filter';
import type { StatsQuery } from '@layerkick/stats/query';
import { selectionOf } from '../view/queries.ts';
import type { StatsSearch } from '../view/search.schema.ts';

const ROWS = 5;
/** What an order is chosen by without its visit. By anything else only orders are that were seen. */
const OF_ORDERS: ReadonlySet<string> = new Set(['country', 'browser', 'hour', 'weekday', 'customer']);

export type CoverageQuestionId = 'coverage_days' | 'coverage_countries' | 'coverage_browsers';

/** How much of what is bought browsers told of, and where they told less. */
export function coverageQuestions(search: StatsSearch): Readonly<Record<CoverageQuestionId, StatsQuery>> {
  const { compare: _, ...selection } = selectionOf(search);
  const query: StatsQuery = { ...selection, metrics: ['shop_orders', 'coverage'] };
  const by = (dimension: 'country' | 'browser'): StatsQuery => ({
    ...query,
    dimensions: [dimension],
    orderBy: { metric: 'shop_orders', direction: 'desc' },
    limit: ROWS,
  });
  return {
    coverage_days: { ...query, interval: 'day' },
    coverage_countries: by('country'),
    coverage_browsers: by('browser'),
  };
}

/** Whether the filters leave orders that no browser told of. */
export function isCoverageKnown(filters: readonly Filter[]): boolean {
  return filters.every((filter) => {
    if ('and' in filter) return isCoverageKnown(filter.and);
    if ('or' in filter) return isCoverageKnown(filter.or);
    if ('not' in filter) return isCoverageKnown([filter.not]);
    return OF_ORDERS.has(filter.dimension);
  });
}
