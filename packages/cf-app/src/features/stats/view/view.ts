import { countDays } from '@layerkick/stats/calendar';
import type { Baseline, DayRange, Interval } from '@layerkick/stats/query';
import { filtersOf, type ViewFilter } from './filters.ts';
import { intervalsFor, intervalsOf } from './interval.ts';
import type { MetricId } from '@layerkick/stats/metrics';
import { type NamedPeriod, type StatsSearch, USUAL_CARDS } from './search.schema.ts';

/** What the page shows, with every default filled in. */
export interface StatsView {
  readonly period: NamedPeriod | DayRange;
  /** Null where nothing is compared. */
  readonly compare: Baseline | null;
  readonly bots: boolean;
  readonly metric: MetricId;
  readonly interval: Interval;
  readonly intervals: readonly Interval[];
  readonly filters: readonly ViewFilter[];
}

/** @param cards those shown; the first is charted until another is chosen. */
export function viewOf(search: StatsSearch, cards: readonly MetricId[] = USUAL_CARDS): StatsView {
  const period = search.from && search.to ? { from: search.from, to: search.to } : (search.period ?? '30d');
  const { usual, offered } =
    typeof period === 'string' ? intervalsOf(period) : intervalsFor(countDays(period.from, period.to));
  return {
    period,
    compare: comparedWith(search, period),
    bots: search.bots ?? false,
    metric: search.metric ?? cards[0] ?? 'net_sales',
    interval: offered.find((interval) => interval === search.interval) ?? usual,
    intervals: offered,
    filters: filtersOf(search),
  };
}

const BASELINES = { year: 'previous_year', weekdays: 'matching_weekdays' } as const;

function comparedWith(
  { compare, compare_from: from, compare_to: to }: StatsSearch,
  period: StatsView['period'],
): Baseline | null {
  if (from !== undefined && to !== undefined) return { from, to };
  // There is nothing before everything.
  if (compare === 'none' || period === 'all') return null;
  return compare === undefined ? 'previous' : BASELINES[compare];
}
