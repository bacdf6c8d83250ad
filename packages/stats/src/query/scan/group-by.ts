import { dayNumber, startOfWeek } from '../../calendar.ts';
import type { Dimension } from '../../dimensions.ts';
import type { DayRange } from '../../query.ts';
import type { TimeZone } from '../../time-zone.ts';
import type { TimeGrouping } from '../grouping.ts';
import type { Keys } from './counting.ts';
import { codesOfNames, weekdayOf } from './local-hours.ts';
import type { Names } from './names.ts';

/** What rows are grouped by; groups are numbers. */
export type GroupBy =
  | {
      readonly over: TimeGrouping;
      /** Where in the series a day is: the place of its interval or, by hour, of its first hour. */
      readonly placeOf: (day: string) => number;
    }
  | { readonly by: Dimension; readonly names: Names };

/** Places of the intervals of a range. */
export function overTime(over: TimeGrouping, range: DayRange, zone: TimeZone): GroupBy {
  return { over, placeOf: over === 'each_hour' ? placesOfHours(range, zone) : placesOf(over, range) };
}

/** The place of the interval that a day is in among those of a range. */
export function placesOf(
  over: Exclude<TimeGrouping, 'each_hour'>,
  { from }: DayRange,
): (day: string) => number {
  switch (over) {
    case 'total':
      return () => 0;
    case 'each_day':
      return (day) => dayNumber(day) - dayNumber(from);
    case 'each_week':
      return (day) => Math.floor((dayNumber(day) - dayNumber(startOfWeek(from))) / 7);
    case 'each_month':
      return (day) => monthNumber(day) - monthNumber(from);
  }
}

/** The place of a day's first hour among those of a range. */
function placesOfHours({ from, to }: DayRange, zone: TimeZone): (day: string) => number {
  let places: ReadonlyMap<number, number> | null = null;
  return (day) => {
    places ??= new Map(
      zone.hoursBetween(zone.startOfDay(from), zone.endOfDay(to)).map((at, place) => [at, place]),
    );
    return places.get(zone.startOfDay(day)) ?? 0;
  };
}

function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}

/** Rows of one day and when they happened. */
export interface Timed {
  readonly day: string;
  readonly hourNames: () => readonly string[];
  /** The place of the hour of each row. */
  readonly hours: () => Uint8Array;
}

/** What rows are told apart by where that is their time; null where it is something else. */
export function timeKeys(group: GroupBy, { day, hourNames, hours }: Timed): Keys | null {
  if ('over' in group) {
    const place = group.placeOf(day);
    if (group.over !== 'each_hour') return allIn(place);
    return { codes: hours(), groups: Uint32Array.from(hourNames(), (_, hour) => place + hour) };
  }
  if (group.by === 'weekday') return allIn(group.names.id(weekdayOf(day)));
  if (group.by !== 'hour') return null;
  const { codes, values } = codesOfNames(hours(), hourNames());
  return { codes, groups: group.names.ids(values) };
}

const NO_CODES = new Uint8Array();

function allIn(group: number): Keys {
  return { codes: NO_CODES, groups: Uint32Array.of(group) };
}
