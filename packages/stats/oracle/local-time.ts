/** Days and hours as clocks on the wall show them, asked of `Intl`. */

const QUARTER = 15 * 60_000;
const HOUR = 60 * 60_000;
const DAY = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/**
 * How far local time is ahead at an instant, ms. Where it is the same when a day (UTC) begins and when it is over, it
 * was the same in between; on other days every quarter of an hour is looked up.
 */
function offsetAt(timeZone: string, at: number): number {
  const day = Math.floor(at / DAY) * DAY;
  const before = readOffset(timeZone, day);
  return before === readOffset(timeZone, day + DAY)
    ? before
    : readOffset(timeZone, Math.floor(at / QUARTER) * QUARTER);
}

function readOffset(timeZone: string, at: number): number {
  let known = offsets.get(timeZone);
  if (!known) offsets.set(timeZone, (known = new Map()));
  let offset = known.get(at);
  if (offset === undefined) known.set(at, (offset = findOffset(timeZone, at)));
  return offset;
}

function findOffset(timeZone: string, at: number): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    formats.set(timeZone, format);
  }
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  // `GMT`, `GMT+05:45`
  const [, sign, hours, minutes] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name) ?? [];
  const ahead = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return sign === '-' ? -ahead : ahead;
}

/** What the clock shows, as if it were UTC: `2026-11-20T13:45:00.000Z` */
function wallClock(timeZone: string, at: number): string {
  return new Date(at + offsetAt(timeZone, at)).toISOString();
}

/** The local day of an instant. */
export function dayOf(timeZone: string, at: number): string {
  return wallClock(timeZone, at).slice(0, 10);
}

/** The hour that the clock shows, `0` to `23`. */
export function hourOf(timeZone: string, at: number): string {
  return String(Number(wallClock(timeZone, at).slice(11, 13)));
}

/** `1`, Monday, to `7`. */
export function weekdayOf(timeZone: string, at: number): string {
  return String(new Date(`${dayOf(timeZone, at)}T00:00:00Z`).getUTCDay() || 7);
}

const hours = new Map<string, readonly number[]>();

/**
 * When the hours of a local day begin: where the clock shows another hour, or where it was moved; 24 of them where it was
 * not. Empty for a day that was skipped.
 */
export function hoursOf(timeZone: string, day: string): readonly number[] {
  const key = `${timeZone} ${day}`;
  let starts = hours.get(key);
  if (!starts) hours.set(key, (starts = findHours(timeZone, day)));
  return starts;
}

function findHours(timeZone: string, day: string): number[] {
  const noon = Date.parse(`${day}T12:00:00Z`);
  const [first, last] = [noon - 1.5 * DAY, noon + 1.5 * DAY];
  const offset = offsetAt(timeZone, first);
  if (offset === offsetAt(timeZone, noon) && offset === offsetAt(timeZone, last)) {
    const midnight = noon - 12 * HOUR - offset;
    return Array.from({ length: 24 }, (_, hour) => midnight + hour * HOUR);
  }
  const starts: number[] = [];
  let before = '';
  for (let at = first; at < last; at += QUARTER) {
    const now = `${wallClock(timeZone, at).slice(0, 13)} ${offsetAt(timeZone, at)}`;
    if (now !== before && now.startsWith(day)) starts.push(at);
    before = now;
  }
  return starts;
}

/** The first instant of a local day; of a day that was skipped, that of the day after. */
export function startOfDay(timeZone: string, day: string): number {
  return hoursOf(timeZone, day)[0] ?? startOfDay(timeZone, dayAfter(day, 1));
}

export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

const tomorrows = new Map<string, string>();

function tomorrow(day: string): string {
  let next = tomorrows.get(day);
  if (next === undefined) tomorrows.set(day, (next = dayAfter(day, 1)));
  return next;
}

/** All days of a range, both ends included. */
export function daysOf({ from, to }: { readonly from: string; readonly to: string }): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = tomorrow(day)) days.push(day);
  return days;
}
