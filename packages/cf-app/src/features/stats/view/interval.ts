import { INTERVALS, type NamedPeriod } from './search.schema.ts';
import type { Interval } from '@layerkick/stats/query';

export interface IntervalChoice {
  readonly usual: Interval;
  /** From short to long. */
  readonly offered: readonly Interval[];
}

/** Of periods whose length depends on the day: how many days they are at most. */
const DAYS: Record<NamedPeriod, number> = {
  today: 1,
  yesterday: 1,
  '7d': 7,
  '28d': 28,
  '30d': 30,
  '90d': 90,
  month: 31,
  last_month: 31,
  quarter: 92,
  year: 366,
  all: 366,
};

export function intervalsOf(period: NamedPeriod): IntervalChoice {
  return intervalsFor(DAYS[period]);
}

/** What makes a readable chart of so many days. */
export function intervalsFor(days: number): IntervalChoice {
  if (days === 1) return choice('hour', 'hour', 'hour');
  if (days <= 7) return choice('day', 'hour', 'day');
  if (days <= 31) return choice('day', 'hour', 'week');
  if (days <= 92) return choice('day', 'day', 'month');
  if (days <= 366) return choice('week', 'day', 'month');
  return choice('month', 'week', 'month');
}

function choice(usual: Interval, shortest: Interval, longest: Interval): IntervalChoice {
  return { usual, offered: INTERVALS.slice(INTERVALS.indexOf(shortest), INTERVALS.indexOf(longest) + 1) };
}
