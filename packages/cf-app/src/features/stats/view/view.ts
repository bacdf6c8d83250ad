import { countDays } from '@layerkick/stats/calendar';
import type { Dimension, Interval } from '@layerkick/stats/query';
import { intervalsFor } from './interval.ts';
import {
  FILTERS,
  type CardMetric,
  type NamedPeriod,
  type PanelId,
  type StatsSearch,
} from './search.schema.ts';

/** What the page shows, with every default filled in. */
export interface StatsView {
  readonly period: NamedPeriod | { readonly from: string; readonly to: string };
  readonly days: number;
  readonly compare: boolean;
  readonly metric: CardMetric;
  readonly interval: Interval;
  readonly intervals: readonly Interval[];
  readonly filters: readonly ViewFilter[];
  readonly enlarged: PanelId | null;
}

export interface ViewFilter {
  readonly dimension: Dimension;
  readonly value: string;
}

const DAYS: Record<NamedPeriod, number> = { today: 1, '7d': 7, '30d': 30, '90d': 90 };

export function viewOf(search: StatsSearch): StatsView {
  const period = search.from && search.to ? { from: search.from, to: search.to } : (search.period ?? '30d');
  const days = typeof period === 'string' ? DAYS[period] : countDays(period.from, period.to);
  const intervals = intervalsFor(days);
  return {
    period,
    days,
    compare: search.compare !== 'none',
    metric: search.metric ?? 'net_sales',
    interval: intervals.find((interval) => interval === search.interval) ?? intervals[0],
    intervals,
    filters: filtersOf(search),
    enlarged: search.show ?? null,
  };
}

function filtersOf(search: StatsSearch): ViewFilter[] {
  return FILTERS.flatMap((dimension) => {
    const value = search[dimension];
    return value === undefined ? [] : [{ dimension, value }];
  });
}
