import type { Baseline } from '@layerkick/stats/query';
import { msg, type Phrase, type T } from '#/features/i18n/translate.ts';
import { formatRange } from '../format/day.ts';
import type { NamedPeriod } from '../view/search.schema.ts';
import type { StatsView } from '../view/view.ts';

export const PERIOD_LABELS: Record<NamedPeriod, Phrase> = {
  today: msg('Today'),
  yesterday: msg('Yesterday'),
  '7d': msg('Last 7 days'),
  '28d': msg('Last 28 days'),
  '30d': msg('Last 30 days'),
  '90d': msg('Last 90 days'),
  month: msg('Month to date'),
  last_month: msg('Last month'),
  quarter: msg('Quarter to date'),
  year: msg('Year to date'),
  all: msg('All time'),
};

/** Days that somebody chose are said in full. */
const ANY_YEAR = 'none';

export function periodLabel({ period }: StatsView, t: T): string {
  return typeof period === 'string' ? t(PERIOD_LABELS[period]) : formatRange(period, ANY_YEAR, t);
}

export function comparisonLabel(baseline: Baseline, { period }: Pick<StatsView, 'period'>, t: T): string {
  if (typeof baseline !== 'string') return formatRange(baseline, ANY_YEAR, t);
  if (baseline === 'previous_year') return t('same dates last year');
  if (baseline === 'matching_weekdays') return t('matching weekdays');
  // Today is not over: beside it stands a whole day, and the label says so.
  if (period === 'today') return t('all of yesterday');
  return t(PREVIOUS[typeof period === 'string' ? period : 'custom'] ?? msg('previous period'));
}

const PREVIOUS: Partial<Record<NamedPeriod | 'custom', Phrase>> = {
  yesterday: msg('the day before'),
  '7d': msg('previous 7 days'),
  '28d': msg('previous 28 days'),
  '30d': msg('previous 30 days'),
  '90d': msg('previous 90 days'),
};
