import { addDays, addMonths, countDays, startOfMonth } from './calendar.ts';
import type { DayRange, Period } from './query.ts';
import { TimeZone } from './time-zone.ts';

/** The store-local day that `now` is in. */
export function today(timeZone: string, now: number): string {
  return TimeZone.of(timeZone).dayOf(now);
}

/**
 * The days of a period. `7d` are the last seven days including today, `month` and `year` the current ones up to
 * today, `all` everything since `firstDay`, the day of the store's first event or order (null: there is none yet).
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
  last_month: (day) => ({ from: addMonths(day, -1), to: addDays(startOfMonth(day), -1) }),
  year: (to) => ({ from: `${to.slice(0, 4)}-01-01`, to }),
  all: (to, firstDay) => ({ from: firstDay !== null && firstDay < to ? firstDay : to, to }),
};

/** As many days, ending the day before `range` starts. */
export function previousRange(range: DayRange): DayRange {
  const days = countDays(range.from, range.to);
  return { from: addDays(range.from, -days), to: addDays(range.from, -1) };
}
