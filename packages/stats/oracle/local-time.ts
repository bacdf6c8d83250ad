/** Days and hours as clocks on the wall show them, asked of `Intl` every quarter of an hour: no zone's clock changes in between. */

const QUARTER = 15 * 60_000;
const DAY = 86_400_000;

interface WallClock {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly hour: string;
  /** `GMT+05:45` */
  readonly offset: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const clocks = new Map<string, WallClock>();

function wallClock(timeZone: string, at: number): WallClock {
  const quarter = Math.floor(at / QUARTER) * QUARTER;
  const key = `${timeZone} ${quarter}`;
  let clock = clocks.get(key);
  if (!clock) clocks.set(key, (clock = readClock(timeZone, quarter)));
  return clock;
}

function readClock(timeZone: string, at: number): WallClock {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      timeZoneName: 'longOffset',
    });
    formats.set(timeZone, format);
  }
  const parts = format.formatToParts(at);
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? '';
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    hour: part('hour'),
    offset: part('timeZoneName'),
  };
}

/** The local day of an instant. */
export function dayOf(timeZone: string, at: number): string {
  return wallClock(timeZone, at).day;
}

/** The hour that the clock shows, `0` to `23`. */
export function hourOf(timeZone: string, at: number): string {
  return String(Number(wallClock(timeZone, at).hour));
}

/** `1`, Monday, to `7`. */
export function weekdayOf(timeZone: string, at: number): string {
  return String(new Date(`${dayOf(timeZone, at)}T00:00:00Z`).getUTCDay() || 7);
}

const hours = new Map<string, readonly number[]>();

/** When the hours of a local day begin: where the clock shows another hour, or where it was moved. Empty for a day that was skipped. */
export function hoursOf(timeZone: string, day: string): readonly number[] {
  const key = `${timeZone} ${day}`;
  let starts = hours.get(key);
  if (!starts) hours.set(key, (starts = findHours(timeZone, day)));
  return starts;
}

function findHours(timeZone: string, day: string): number[] {
  const starts: number[] = [];
  const noon = Date.parse(`${day}T12:00:00Z`);
  for (let at = noon - 1.5 * DAY; at < noon + 1.5 * DAY; at += QUARTER) {
    const now = wallClock(timeZone, at);
    const before = wallClock(timeZone, at - QUARTER);
    if (
      now.day === day &&
      (now.day !== before.day || now.hour !== before.hour || now.offset !== before.offset)
    ) {
      starts.push(at);
    }
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

/** All days of a range, both ends included. */
export function daysOf({ from, to }: { readonly from: string; readonly to: string }): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = dayAfter(day, 1)) days.push(day);
  return days;
}
