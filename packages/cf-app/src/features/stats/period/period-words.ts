import type { Baseline } from '@layerkick/stats/query';
import { formatRange } from '../format/day.ts';
import type { NamedPeriod } from '../view/search.schema.ts';
import type { StatsView } from '../view/view.ts';

export const PERIOD_LABELS: Record<NamedPeriod, string> = {
  today: 'Today',
  yesterday: 'Yesterday',
  '7d': 'Last 7 days',
  '28d': 'Last 28 days',
  '30d': 'Last 30 days',
  '90d': 'Last 90 days',
  month: 'Month to date',
  last_month: 'Last month',
  quarter: 'Quarter to date',
  year: 'Year to date',
  all: 'All time',
};

/** Days that somebody chose are said in full. */
const ANY_YEAR = 'none';

export function periodLabel({ period }: StatsView): string {
  return typeof period === 'string' ? PERIOD_LABELS[period] : formatRange(period, ANY_YEAR);
}

export function comparisonLabel(baseline: Baseline, { period }: Pick<StatsView, 'period'>): string {
  if (typeof baseline !== 'string') return formatRange(baseline, ANY_YEAR);
  if (baseline === 'previous_year') return 'same dates last year';
  if (baseline === 'matching_weekdays') return 'matching weekdays';
  // Today is not over: beside it stands a whole day, and the label says so.
  if (period === 'today') return 'all of yesterday';
  return PREVIOUS[typeof period === 'string' ? period : 'custom'] ?? 'previous period';
}

const PREVIOUS: Partial<Record<NamedPeriod | 'custom', string>> = {
  yesterday: 'the day before',
  '7d': 'previous 7 days',
  '28d': 'previous 28 days',
  '30d': 'previous 30 days',
  '90d': 'previous 90 days',
};
