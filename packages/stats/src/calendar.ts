/** Arithmetic on calendar days, `YYYY-MM-DD`. No clock and no time zone comes into it; see `time-zone.ts` for those. */

/**
 * The days that can be asked about: those that an instant from 1970 to 2999 is in somewhere on earth. Arithmetic on
 * dates has its own rules beyond: years of two digits, years of five.
 */
export const FIRST_DAY = '1969-12-31';
export const LAST_DAY = '3000-01-01';

const DAY_MS = 86_400_000;
// 1970-01-05 was a Monday.
const FIRST_MONDAY = 4;

/** Days since 1970-01-01. */
export function dayNumber(day: string): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / DAY_MS;
}

/** Writing a date takes longer than anything else that is asked of a day, and the same days are asked for again and again. */
const written = new Map<number, string>();
const MOST_WRITTEN = 4096;

export function dayFromNumber(number: number): string {
  let day = written.get(number);
  if (day === undefined) {
    if (written.size >= MOST_WRITTEN) written.clear();
    written.set(number, (day = new Date(number * DAY_MS).toISOString().slice(0, 10)));
  }
  return day;
}

export function addDays(day: string, days: number): string {
  return dayFromNumber(dayNumber(day) + days);
}

/** Number of days from `from` to `to`, both included. */
export function countDays(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from) + 1;
}

/** The Monday of the ISO week that `day` is in. */
export function startOfWeek(day: string): string {
  const number = dayNumber(day);
  return dayFromNumber(number - ((((number - FIRST_MONDAY) % 7) + 7) % 7));
}

export function startOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

/** The first day of the month `months` after the one that `day` is in; negative goes back. */
export function addMonths(day: string, months: number): string {
  const date = new Date(`${startOfMonth(day)}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}

/** The first day of the quarter of a calendar year that `day` is in. */
export function startOfQuarter(day: string): string {
  const month = Number(day.slice(5, 7));
  return addMonths(day, -((month - 1) % 3));
}

/** The same date `years` later; negative goes back. 29 February is 28 February where there is none. */
export function addYears(day: string, years: number): string {
  const month = addMonths(day, years * 12);
  const sameDate = addDays(month, Number(day.slice(8)) - 1);
  return sameDate.startsWith(month.slice(0, 7)) ? sameDate : addDays(sameDate, -1);
}
