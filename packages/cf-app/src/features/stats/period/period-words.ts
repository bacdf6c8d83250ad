import { formatRange } from '../format/day.ts';
import type { NamedPeriod } from '../view/search.schema.ts';
import type { StatsView } from '../view/view.ts';

export const PERIOD_LABELS: Record<NamedPeriod, string> = {
  today: 'Today',
  '7d': 'Last 7 days',
  '30d': 'Last 30 days',
  '90d': 'Last 90 days',
};

/** Days that somebody chose are said in full. */
const ANY_YEAR = 'none';

export function periodLabel({ period }: StatsView): string {
  return typeof period === 'string' ? PERIOD_LABELS[period] : formatRange(period, ANY_YEAR);
}

export function comparisonLabel({ period, days }: Pick<StatsView, 'period' | 'days'>): string {
  // Today is not over: beside it stands a whole day, and the label says so.
  if (period === 'today') return 'all of yesterday';
  return days === 1 ? 'the day before' : `previous ${days} days`;
}
