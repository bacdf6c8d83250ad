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

/** `Sunday 15 November`. */
export function formatDayLong(day: string): string {
  const { date, month, weekday } = parts(day);
  return `${weekday} ${date} ${month}`;
}

/** `Nov 2026`. */
export function formatMonth(day: string): string {
  const { month, year } = parts(day);
  return `${month.slice(0, 3)} ${year}`;
}

/** `23 Oct – 21 Nov`; years where the ends are in two of them. */
export function formatRange({ from, to }: { from: string; to: string }): string {
  if (from === to) return formatDay(from);
  const years = from.slice(0, 4) !== to.slice(0, 4);
  const end = (day: string) => (years ? `${formatDay(day)} ${day.slice(0, 4)}` : formatDay(day));
  return `${end(from)} – ${end(to)}`;
}

/** Calendar arithmetic on `YYYY-MM-DD`. */
export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** Both ends included. */
export function countDays({ from, to }: { from: string; to: string }): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000) + 1;
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
