import type { Baseline, DayRange, Interval, Period } from '../src/query.ts';
import { entriesOf, eventsOf, type History } from './history.ts';
import { dayAfter, dayOf, daysOf, hoursOf, startOfDay } from './local-time.ts';

/** The days that a question is about, asked at `now`, epoch ms. */
export function resolve(
  { history }: { readonly history: History },
  { range, compare }: { readonly range: Period | DayRange; readonly compare?: Baseline | undefined },
  now: number,
): { readonly range: DayRange; readonly compare: DayRange | null } {
  const { timeZone } = history.store;
  const times = [...eventsOf(history), ...entriesOf(history)].map(({ at }) => at);
  const first = times.length === 0 ? null : dayOf(timeZone, Math.min(...times));
  const days = rangeOf(range, dayOf(timeZone, now), first);
  return { range: days, compare: compare === undefined ? null : comparedWith(compare, days) };
}

/** What a period means on a day; `firstDay` is that of the first thing the store was told about. */
function rangeOf(period: Period | DayRange, today: string, firstDay: string | null): DayRange {
  if (typeof period !== 'string') return period;
  const thisMonth = `${today.slice(0, 8)}01`;
  const lastOfMonthBefore = dayAfter(thisMonth, -1);
  const last = (days: number) => ({ from: dayAfter(today, 1 - days), to: today });
  const ranges: Record<Period, DayRange> = {
    today: last(1),
    yesterday: { from: dayAfter(today, -1), to: dayAfter(today, -1) },
    '7d': last(7),
    '28d': last(28),
    '30d': last(30),
    '90d': last(90),
    month: { from: thisMonth, to: today },
    last_month: { from: `${lastOfMonthBefore.slice(0, 8)}01`, to: lastOfMonthBefore },
    quarter: { from: `${today.slice(0, 5)}${quarterMonth(today)}-01`, to: today },
    year: { from: `${today.slice(0, 5)}01-01`, to: today },
    all: { from: firstDay !== null && firstDay < today ? firstDay : today, to: today },
  };
  return ranges[period];
}

const FIRST_MONTHS = ['01', '04', '07', '10'];

function quarterMonth(day: string): string {
  return FIRST_MONTHS.findLast((month) => month <= day.slice(5, 7)) ?? '';
}

function comparedWith(baseline: Baseline, range: DayRange): DayRange {
  if (typeof baseline !== 'string') return baseline;
  if (baseline === 'previous_year') return { from: yearBefore(range.from), to: yearBefore(range.to) };
  const { length } = daysOf(range);
  let shift = length;
  // The first of the days before that begins on the same weekday.
  if (baseline === 'matching_weekdays') while (shift % 7 !== 0) shift += 1;
  return { from: dayAfter(range.from, -shift), to: dayAfter(range.to, -shift) };
}

function yearBefore(day: string): string {
  const year = String(Number(day.slice(0, 4)) - 1);
  const isLeapDay = day.endsWith('-02-29');
  return `${year}${isLeapDay ? '-02-28' : day.slice(4)}`;
}

const MAX_POINTS = 3000;

/** Hours of more than 125 days are too many to be shown: those are shown by day. */
export function intervalFor(interval: Interval, range: DayRange): Interval {
  const days = daysOf(range).length;
  if (interval === 'hour' && days * 24 > MAX_POINTS) return intervalFor('day', range);
  if (interval === 'day' && days > MAX_POINTS) return 'week';
  return interval;
}

/** One interval, as far as it is in the range. Epoch ms. */
export interface Span {
  readonly at: number;
  readonly until: number;
  readonly day: string;
}

export function spansOf(interval: Interval, range: DayRange, timeZone: string): Span[] {
  const end = startOfDay(timeZone, dayAfter(range.to, 1));
  const starts = daysOf(range).flatMap((day) => {
    if (interval === 'hour') return hoursOf(timeZone, day).map((at) => ({ at, day }));
    const isStart = day === range.from || isFirstDay(interval, day);
    return isStart ? [{ at: startOfDay(timeZone, day), day }] : [];
  });
  return starts.map((start, index) => ({ ...start, until: starts[index + 1]?.at ?? end }));
}

function isFirstDay(interval: Exclude<Interval, 'hour'>, day: string): boolean {
  if (interval === 'month') return day.endsWith('-01');
  return interval === 'day' || new Date(`${day}T00:00:00Z`).getUTCDay() === 1;
}
