import { addDays, startOfWeek } from '@layerkick/stats/calendar';
import type { DayRange, Interval, SeriesPoint } from '@layerkick/stats/query';
import type { T } from '#/features/i18n/translate.ts';
import { formatDay, formatDayLong, formatMonth, formatRange } from '../format/day.ts';
import { formatTime } from '../format/time.ts';

export interface Labelling {
  readonly interval: Interval;
  readonly timeZone: string;
  /** Weeks at both ends are cut to it. */
  readonly range: DayRange;
  /** Epoch ms of the answer: up to where an unfinished point reaches. */
  readonly answeredAt: number;
  /** The year that goes without saying. */
  readonly presentYear: string;
  readonly t: T;
}

/** Under the axis. */
export function axisLabel(point: SeriesPoint, labelling: Labelling): string {
  switch (labelling.interval) {
    case 'hour':
      return hourLabel(point, labelling);
    case 'day':
      return isNow(point, labelling)
        ? labelling.t('Today, {time}', { time: formatTime(labelling.answeredAt, labelling.timeZone) })
        : formatDay(point.day, labelling.t);
    case 'week':
      return formatDay(point.day, labelling.t);
    case 'month':
      return formatMonth(point.day, labelling.t);
  }
}

/** Over several days, each begins with its name. */
function hourLabel(point: SeriesPoint, { range, timeZone, t }: Labelling): string {
  const time = formatTime(point.at, timeZone);
  return range.from !== range.to && time === '00:00' ? formatDay(point.day, t) : time;
}

/** In the legend of one point, short: `15 Nov`, `15 Nov, 14:00`, `9 Nov – 15 Nov`, `Nov 2026`. */
export function shortLabel(
  point: SeriesPoint,
  { interval, timeZone, range, presentYear, t }: Labelling,
): string {
  switch (interval) {
    case 'hour':
      return `${formatDay(point.day, t)}, ${formatTime(point.at, timeZone)}`;
    case 'day':
      return formatDay(point.day, t);
    case 'week':
      return formatRange(weekIn(range, point.day), presentYear, t);
    case 'month':
      return formatMonth(point.day, t);
  }
}

/** As the title of one point: `Sunday 15 November`. */
export function longLabel(point: SeriesPoint, labelling: Labelling): string {
  switch (labelling.interval) {
    case 'hour':
      return `${formatDayLong(point.day, labelling.presentYear, labelling.t)}, ${formatTime(point.at, labelling.timeZone)}`;
    case 'day':
      return formatDayLong(point.day, labelling.presentYear, labelling.t);
    default:
      return shortLabel(point, labelling);
  }
}

/** Whether the point is the one that time is passing through. */
export function isNow(point: SeriesPoint, { answeredAt }: Labelling): boolean {
  return point.unfinished && point.at <= answeredAt;
}

/** Points that have not begun have no value, whatever the answer says. */
export function hasBegun(point: SeriesPoint, { answeredAt }: Labelling): boolean {
  return point.at <= answeredAt;
}

function weekIn(range: DayRange, from: string): DayRange {
  const end = addDays(startOfWeek(from), 6);
  return { from, to: end > range.to ? range.to : end };
}
