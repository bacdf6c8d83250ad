import { addDays, addMonths, addYears, countDays, startOfMonth, startOfQuarter } from './calendar.ts';
import type { Baseline, DayRange, Period } from './query.ts';
import { TimeZone } from './time-zone.ts';

/** The store-local day that `now` is in. */
export function today(timeZone: string, now: number): string {
  return TimeZone.of(timeZone).dayOf(now);
}

/**
 * The days of a period. `7d` are the last seven days including today, `month`, `quarter` and `year` the current ones
 * up to today, `all` everything since `firstDay`, the day of the store's first event or order (null: there is none yet).
 */
export function resolvePeriod(
  period: Period | DayRange,
  currentDay: string,
  firstDay: string | null,
): DayRange {
  return typeof period === 'string' ? DAYS_OF[period](currentDay, firstDay) : period;
}

const DAYS_OF: Record<Period, (currentDay: string, firstDay: string | null) => DayRange> = {
  today: (to) => ({ from: to, to }),
  yesterday: (day) => ({ from: addDays(day, -1), to: addDays(day, -1) }),
  '7d': (to) => ({ from: addDays(to, -6), to }),
  '28d': (to) => ({ from: addDays(to, -27), to }),
  '30d': (to) => ({ from: addDays(to, -29), to }),
  '90d': (to) => ({ from: addDays(to, -89), to }),
  month: (to) => ({ from: startOfMonth(to), to }),
  quarter: (to) => ({ from: startOfQuarter(to), to }),
  last_month: (day) => ({ from: addMonths(day, -1), to: addDays(startOfMonth(day), -1) }),
  year: (to) => ({ from: `${to.slice(0, 4)}-01-01`, to }),
  all: (to, firstDay) => ({ from: firstDay !== null && firstDay < to ? firstDay : to, to }),
};

/** The days that a range is compared with; see {@link Baseline}. */
export function comparedRange(baseline: Baseline, range: DayRange): DayRange {
  return typeof baseline === 'string' ? BEFORE[baseline](range) : baseline;
}

const BEFORE: Record<Extract<Baseline, string>, (range: DayRange) => DayRange> = {
  previous: (range) => daysBefore(range, countDays(range.from, range.to)),
  previous_year: ({ from, to }) => ({ from: addYears(from, -1), to: addYears(to, -1) }),
  matching_weekdays: (range) => daysBefore(range, Math.ceil(countDays(range.from, range.to) / 7) * 7),
};

function daysBefore({ from, to }: DayRange, days: number): DayRange {
  return { from: addDays(from, -days), to: addDays(to, -days) };
}
