import { addDays } from '../calendar.ts';
import type { Database } from '../database.ts';
import type { TimeZone } from '../time-zone.ts';
import { type BlockRow, listBlocks, readBlocks } from './block-table.ts';
import { buildSegment, hoursOfDay } from './build-segment.ts';
import { builtSegment } from './column-segment.ts';
import type { DaySegment } from './day-segment.ts';
import { type DayBlocks, visitsOfDay } from './visits-of-day.ts';

/** The blocks of a day and of its neighbours. */
export interface DayBlockRows {
  readonly before: readonly BlockRow[];
  readonly own: readonly BlockRow[];
  readonly after: readonly BlockRow[];
}

/** Of all blocks from the day before to the day after. */
export function blockRowsOfDay(blocks: readonly BlockRow[], day: string): DayBlockRows {
  const [yesterday, tomorrow] = [addDays(day, -1), addDays(day, 1)];
  return {
    before: blocks.filter((block) => block.day === yesterday),
    own: blocks.filter((block) => block.day === day && !block.tail),
    after: blocks.filter((block) => block.day === tomorrow && !block.tail),
  };
}

export function readDayBlocks(db: Database, { before, own, after }: DayBlockRows): DayBlocks {
  return { before: readBlocks(db, before), own: readBlocks(db, own), after: readBlocks(db, after) };
}

/** The segments of days that are not closed, built from their blocks and kept until there are others. */
export class OpenDays {
  readonly #db: Database;
  readonly #zone: TimeZone;
  readonly #built = new Map<string, { readonly of: string; readonly segment: DaySegment }>();

  constructor(db: Database, zone: TimeZone) {
    this.#db = db;
    this.#zone = zone;
  }

  segments(from: string, to: string): DaySegment[] {
    const blocks = listBlocks(this.#db, addDays(from, -1), addDays(to, 1));
    const days = new Set(blocks.filter(({ tail }) => !tail).map(({ day }) => day));
    return [...days]
      .filter((day) => day >= from && day <= to)
      .toSorted()
      .map((day) => this.#segment(day, blockRowsOfDay(blocks, day)));
  }

  /** After a day was closed or all were deleted: blocks that come then may have the ids of others. */
  forget(): void {
    this.#built.clear();
  }

  #segment(day: string, rows: DayBlockRows): DaySegment {
    const of = JSON.stringify(
      [rows.before, rows.own, rows.after].map((part) => part.map(({ id, events }) => [id, events])),
    );
    const known = this.#built.get(day);
    if (known?.of === of) return known.segment;
    const blocks = readDayBlocks(this.#db, rows);
    const columns = buildSegment(day, this.#zone, visitsOfDay(day, this.#zone, blocks));
    const segment = builtSegment(day, hoursOfDay(day, this.#zone), columns);
    this.#built.set(day, { of, segment });
    return segment;
  }
}
