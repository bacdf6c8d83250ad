import type { Interval } from '@layerkick/stats/query';

/** What makes a readable chart of so many days; the first is the default. */
export function intervalsFor(days: number): readonly [Interval, ...Interval[]] {
  if (days === 1) return ['hour'];
  if (days <= 3) return ['day', 'hour'];
  if (days <= 7) return ['day'];
  if (days <= 31) return ['day', 'week'];
  if (days <= 92) return ['day', 'week', 'month'];
  if (days <= 366) return ['week', 'day', 'month'];
  return ['month', 'week'];
}
