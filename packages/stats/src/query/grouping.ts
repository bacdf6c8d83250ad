import type { Dimension, Interval } from '../query.ts';
import type { Source } from './measures.ts';

/** In the course of time, or all of it at once. Named apart from dimensions: `hour` is the hour of the day. */
export type TimeGrouping = `each_${Interval}` | 'total';
export type Grouping = TimeGrouping | Dimension;

const TIME_GROUPINGS: ReadonlySet<string> = new Set<TimeGrouping>([
  'each_hour',
  'each_day',
  'each_week',
  'each_month',
  'total',
]);

export function isOverTime(grouping: Grouping): grouping is TimeGrouping {
  return TIME_GROUPINGS.has(grouping);
}

/**
 * How a source has to be read for a grouping. Days add up to everything longer, visitors too, since they are told apart
 * by day; only customers are the same from day to day.
 */
export function readingOf(source: Source, grouping: Grouping): Grouping {
  if (source === 'customers' || !isOverTime(grouping)) return grouping;
  return grouping === 'each_hour' ? 'each_hour' : 'each_day';
}
