// Month names of our own: the ICU data of two engines need not agree ("Sep", "Sept").
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** `2026-11-15` becomes `15 Nov`. Days are the store's; no time zone is involved. */
export function formatDay(day: string): string {
  const { date, month } = parts(day);
  return `${date} ${month.slice(0, 3)}`;
}

/** `Sunday 15 November`, with the year unless it is `present`. */
export function formatDayLong(day: string, present: string): string {
  const { date, month, weekday, year } = parts(day);
  return `${weekday} ${date} ${month}${day.startsWith(present) ? '' : ` ${year}`}`;
}

/** `Nov 2026`. */
export function formatMonth(day: string): string {
  const { month, year } = parts(day);
  return `${month.slice(0, 3)} ${year}`;
}

/** `23 Oct – 21 Nov`. The year is said unless it is `present`, and of both ends where they are in two. */
export function formatRange({ from, to }: { from: string; to: string }, present: string): string {
  const withYear = (day: string) => `${formatDay(day)} ${day.slice(0, 4)}`;
  const twoYears = from.slice(0, 4) !== to.slice(0, 4);
  const end = twoYears || !to.startsWith(present) ? withYear(to) : formatDay(to);
  if (from === to) return end;
  return `${twoYears ? withYear(from) : formatDay(from)} – ${end}`;
}

/** The store-local day of an instant, `YYYY-MM-DD`. */
export function dayAt(at: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${part['year']}-${part['month']}-${part['day']}`;
}

function parts(day: string) {
  const date = new Date(`${day}T00:00:00Z`);
  return {
    date: date.getUTCDate(),
    month: MONTHS[date.getUTCMonth()] ?? '',
    year: date.getUTCFullYear(),
    weekday: WEEKDAYS[date.getUTCDay()] ?? '',
  };
}
