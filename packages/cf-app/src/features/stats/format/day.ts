import { msg, type Phrase, type T } from '#/features/i18n/translate.ts';

// Texts of the catalog rather than Intl's: the ICU data of two engines need not agree ("Sep", "Sept").
const MONTHS: readonly (readonly [name: Phrase, short: Phrase])[] = [
  [msg('January'), msg('Jan')],
  [msg('February'), msg('Feb')],
  [msg('March'), msg('Mar')],
  [msg('April'), msg('Apr')],
  [msg('May'), msg('May')],
  [msg('June'), msg('Jun')],
  [msg('July'), msg('Jul')],
  [msg('August'), msg('Aug')],
  [msg('September'), msg('Sep')],
  [msg('October'), msg('Oct')],
  [msg('November'), msg('Nov')],
  [msg('December'), msg('Dec')],
];
/** From Monday. */
export const WEEKDAY_NAMES = [
  msg('Monday'),
  msg('Tuesday'),
  msg('Wednesday'),
  msg('Thursday'),
  msg('Friday'),
  msg('Saturday'),
  msg('Sunday'),
] as const satisfies readonly Phrase[];

/** `2026-11-15` becomes `15 Nov`. Days are the store's; no time zone is involved. */
export function formatDay(day: string, t: T): string {
  const { date, short } = parts(day, t);
  return t('{date} {month}', { date, month: short });
}

/** `Sunday 15 November`, with the year unless it is `present`. */
export function formatDayLong(day: string, present: string, t: T): string {
  const { date, month, weekday, year } = parts(day, t);
  return day.startsWith(present)
    ? t('{weekday} {date} {month}', { weekday, date, month })
    : t('{weekday} {date} {month} {year}', { weekday, date, month, year });
}

/** `Nov 2026`. */
export function formatMonth(day: string, t: T): string {
  const { short, year } = parts(day, t);
  return t('{month} {year}', { month: short, year });
}

/** `23 Oct – 21 Nov`. The year is said unless it is `present`, and of both ends where they are in two. */
export function formatRange({ from, to }: { from: string; to: string }, present: string, t: T): string {
  const twoYears = from.slice(0, 4) !== to.slice(0, 4);
  const end = twoYears || !to.startsWith(present) ? withYear(to, t) : formatDay(to, t);
  if (from === to) return end;
  return `${twoYears ? withYear(from, t) : formatDay(from, t)} – ${end}`;
}

function withYear(day: string, t: T): string {
  const { date, short, year } = parts(day, t);
  return t('{date} {month} {year}', { date, month: short, year });
}

/** The store-local day of an instant, `YYYY-MM-DD`. */
export function dayAt(at: number, timeZone: string): string {
  const written = calendarOf(timeZone).formatToParts(at);
  const part = Object.fromEntries(written.map(({ type, value }) => [type, value]));
  return `${part['year']}-${part['month']}-${part['day']}`;
}

// Making one costs more than all that a page asks of it.
const calendars = new Map<string, Intl.DateTimeFormat>();
function calendarOf(timeZone: string): Intl.DateTimeFormat {
  let calendar = calendars.get(timeZone);
  if (!calendar) {
    calendar = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    calendars.set(timeZone, calendar);
  }
  return calendar;
}

function parts(day: string, t: T) {
  const date = new Date(`${day}T00:00:00Z`);
  const [month, short] = MONTHS[date.getUTCMonth()] ?? [];
  const weekday = WEEKDAY_NAMES[(date.getUTCDay() + 6) % 7];
  return {
    date: String(date.getUTCDate()),
    month: month ? t(month) : '',
    short: short ? t(short) : '',
    year: String(date.getUTCFullYear()),
    weekday: weekday ? t(weekday) : '',
  };
}
