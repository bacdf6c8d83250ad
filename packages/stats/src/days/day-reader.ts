import type { DaySegment } from './day-segment.ts';

/** Where visits are read from. */
export interface DayReader {
  /**
   * The segments of all days from `from` to `to` (`YYYY-MM-DD`, both included), day by day; a day without visits has
   * none. A segment is the same object as long as it says the same, so that what is worked out of it can be kept.
   */
  segments(from: string, to: string): readonly DaySegment[];
}
