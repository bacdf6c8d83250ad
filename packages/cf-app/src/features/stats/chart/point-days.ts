import { addDays, addMonths, startOfMonth, startOfWeek } from '@layerkick/stats/calendar';
import type { DayRange, Interval, SeriesPoint } from '@layerkick/stats/query';

/** The days between two points of a chart, both included and in either order, within what it shows. */
export function daysBetween(
  a: Pick<SeriesPoint, 'day'>,
  b: Pick<SeriesPoint, 'day'>,
  interval: Interval,
  shown: DayRange,
): DayRange {
  const [first, last] = a.day <= b.day ? [a.day, b.day] : [b.day, a.day];
  const end = lastDay(last, interval);
  return { from: first < shown.from ? shown.from : first, to: end > shown.to ? shown.to : end };
}

function lastDay(day: string, interval: Interval): string {
  switch (interval) {
    case 'hour':
    case 'day':
      return day;
    case 'week':
      return addDays(startOfWeek(day), 6);
    case 'month':
      return addDays(addMonths(startOfMonth(day), 1), -1);
  }
}
