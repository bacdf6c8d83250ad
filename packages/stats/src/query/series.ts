import { addDays, addMonths, startOfMonth, startOfWeek } from '../calendar.ts';
import type { DayRange, Interval } from '../query.ts';
import type { TimeZone } from '../time-zone.ts';
import { addMeasures, type Measures } from './measures.ts';
import type { Groups } from './scan.ts';

/** One interval, cut to the range where it is longer. */
export interface Bucket {
  /** Epoch ms. */
  readonly at: number;
  readonly day: string;
  /** When it is over, epoch ms. */
  readonly until: number;
  readonly measures: Measures;
}

/** Every interval of the range, those without anything included. `groups` are by that interval or by day. */
export function bucketsOf(groups: Groups, interval: Interval, range: DayRange, zone: TimeZone): Bucket[] {
  return interval === 'hour' ? hours(groups, range, zone) : days(groups, interval, range, zone);
}

function hours(groups: Groups, range: DayRange, zone: TimeZone): Bucket[] {
  const end = zone.endOfDay(range.to);
  const starts = zone.hoursBetween(zone.startOfDay(range.from), end);
  return starts.map((at, index) => ({
    at,
    day: zone.dayOf(at),
    until: starts[index + 1] ?? end,
    measures: groups.get(at) ?? {},
  }));
}

const START_OF: Readonly<Record<Exclude<Interval, 'hour'>, (day: string) => string>> = {
  day: (day) => day,
  week: startOfWeek,
  month: startOfMonth,
};

const NEXT: typeof START_OF = {
  day: (day) => addDays(day, 1),
  week: (day) => addDays(startOfWeek(day), 7),
  month: (day) => addMonths(day, 1),
};

function days(
  groups: Groups,
  interval: Exclude<Interval, 'hour'>,
  range: DayRange,
  zone: TimeZone,
): Bucket[] {
  const measures = new Map<string, Measures>();
  for (const [day, ofDay] of groups) {
    const start = START_OF[interval](String(day));
    measures.set(start, addMeasures(measures.get(start) ?? {}, ofDay));
  }
  const buckets: Bucket[] = [];
  for (let day = range.from; day <= range.to; day = NEXT[interval](day)) {
    const lastDay = addDays(NEXT[interval](day), -1);
    buckets.push({
      at: zone.startOfDay(day),
      day,
      until: zone.endOfDay(lastDay < range.to ? lastDay : range.to),
      measures: measures.get(START_OF[interval](day)) ?? {},
    });
  }
  return buckets;
}
