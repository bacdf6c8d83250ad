import { countDays } from '../calendar.ts';
import { type DayRange, type Interval, INTERVALS } from '../query.ts';

/** More points than any chart shows and any reader wants. */
const MAX_POINTS = 3000;

const POINTS_PER_DAY: Readonly<Record<Interval, number>> = { hour: 24, day: 1, week: 1 / 7, month: 1 / 30 };

/** The interval asked for or, where that is too many of them, the next longer one that is not. */
export function feasibleInterval(interval: Interval, range: DayRange): Interval {
  const days = countDays(range.from, range.to);
  const feasible = INTERVALS.slice(INTERVALS.indexOf(interval)).find(
    (candidate) => days * POINTS_PER_DAY[candidate] <= MAX_POINTS,
  );
  return feasible ?? 'month';
}
