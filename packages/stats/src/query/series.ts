import { addDays, addMonths, startOfWeek } from '../calendar.ts';
import type { DayRange, Interval } from '../query.ts';
import type { TimeZone } from '../time-zone.ts';

/** One interval, cut to the range where it is longer. */
export interface Bucket {
  /** Epoch ms. */
  readonly at: number;
  readonly day: string;
  /** When it is over, epoch ms. */
  readonly until: number;
}

/** Every interval of the range, in its order. */
export function bucketsOf(interval: Interval, range: DayRange, zone: TimeZone): Bucket[] {
  return interval === 'hour' ? hours(range, zone) : days(interval, range, zone);
}

function hours(range: DayRange, zone: TimeZone): Bucket[] {
  const end = zone.endOfDay(range.to);
  const starts = zone.hoursBetween(zone.startOfDay(range.from), end);
  return starts.map((at, index) => ({ at, day: zone.dayOf(at), until: starts[index + 1] ?? end }));
}

const NEXT: Readonly<Record<Exclude<Interval, 'hour'>, (day: string) => string>> = {
  day: (day) => addDays(day, 1),
  week: (day) => addDays(startOfWeek(day), 7),
  month: (day) => addMonths(day, 1),
};

function days(interval: Exclude<Interval, 'hour'>, range: DayRange, zone: TimeZone): Bucket[] {
  const buckets: Bucket[] = [];
  for (let day = range.from; day <= range.to; day = NEXT[interval](day)) {
    const lastDay = addDays(NEXT[interval](day), -1);
    buckets.push({
      at: zone.startOfDay(day),
      day,
      until: zone.endOfDay(lastDay < range.to ? lastDay : range.to),
    });
  }
  return buckets;
}
