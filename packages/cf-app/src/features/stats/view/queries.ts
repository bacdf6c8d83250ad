import type { MetricId } from '@layerkick/stats/metrics';
import type { StatsQuery } from '@layerkick/stats/query';
import { questionFilters } from './filters.ts';
import { rankFor } from './rank.ts';
import { type StatsSearch, withoutSheet } from './search.schema.ts';
import { viewOf } from './view.ts';

export type StatsSelection = Pick<StatsQuery, 'range' | 'compare' | 'filters' | 'bots'>;

/** Which days and which visits and orders the page is about. */
export function selectionOf(search: StatsSearch): StatsSelection {
  const { period, compare, bots, filters } = viewOf(search);
  return {
    range: period,
    ...(compare === null ? {} : { compare }),
    filters: questionFilters(filters),
    ...(bots ? { bots } : {}),
  };
}

/** What stands beside a point of the chart. */
export const BESIDE_A_POINT = [
  'orders',
  'sessions',
  'conversion_rate',
] as const satisfies readonly MetricId[];

/** What the cards and the chart show. */
export function overviewQuestion(search: StatsSearch, cards: readonly MetricId[]): StatsQuery {
  const { metric, interval } = viewOf(search, cards);
  return {
    ...selectionOf(search),
    metrics: [...new Set([...cards, metric, ...BESIDE_A_POINT])],
    interval,
  };
}

/** Two states with the same key have the same report: choosing another card asks nothing new. */
export function reportKey(search: StatsSearch, cards: readonly MetricId[]): string {
  const { metric } = viewOf(search, cards);
  const told = cards.includes(metric) ? rankFor(metric) : metric;
  const state = { ...withoutSheet(search), chart: undefined, metric: told };
  return JSON.stringify(Object.entries(state).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
