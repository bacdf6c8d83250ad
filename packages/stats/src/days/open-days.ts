import type { Database } from '../database.ts';
import type { TimeZone } from '../time-zone.ts';
import { type BlockRow, listBlocks, readBlocks } from './block-table.ts';
import { buildSegment, hoursOfDay } from './build-segment.ts';
import { builtSegment } from './column-segment.ts';
import { type DayBlockRows, blockRowsOfDay, readDayBlocks } from './day-blocks.ts';
import type { DaySegment } from './day-segment.ts';
import type { EventBlock } from './event-block.ts';
import type { Senders } from './senders.ts';
import { visitsOfDay } from './visits-of-day.ts';

interface BuiltDay {
  readonly segment: DaySegment;
  /** The blocks it was built from, and how many events they had. */
  readonly blocks: string;
  readonly after: ReadonlyMap<number, number>;
  readonly senders: Senders;
  readonly sendersAfter: Senders;
}

/** The segments of days that are not closed, built from their blocks and kept until there are others. */
export class OpenDays {
  readonly #db: Database;
  readonly #zone: TimeZone;
  readonly #built = new Map<string, BuiltDay>();
  /** All blocks; null until they are listed. */
  #blocks: readonly BlockRow[] | null = null;

  constructor(db: Database, zone: TimeZone) {
    this.#db = db;
    this.#zone = zone;
  }

  segments(from: string, to: string): DaySegment[] {
    this.#blocks ??= listBlocks(this.#db);
    const blocks = this.#blocks;
    const days = new Set(blocks.flatMap(({ day, tail }) => (tail ? [] : [day])));
    return [...days]
      .filter((day) => day >= from && day <= to)
      .toSorted()
      .map((day) => this.#segment(day, blockRowsOfDay(blocks, day)));
  }

  /** After events were added. */
  listAnew(): void {
    this.#blocks = null;
  }

  /** After a day was closed or all were deleted: blocks that come then may have the ids of others. */
  forget(): void {
    this.#blocks = null;
    this.#built.clear();
  }

  #segment(day: string, rows: DayBlockRows): DaySegment {
    const blocks = JSON.stringify(
      [rows.before, rows.own].map((part) => part.map(({ id, events }) => [id, events])),
    );
    const after = new Map(rows.after.map(({ id, events }) => [id, events]));
    const known = this.#built.get(day);
    if (known?.blocks === blocks && !this.#goesOn(known, rows.after)) {
      this.#built.set(day, { ...known, after });
      return known.segment;
    }
    const visits = visitsOfDay(day, this.#zone, readDayBlocks(this.#db, rows));
    const hours = hoursOfDay(day, this.#zone);
    const segment = builtSegment(day, hours, buildSegment(day, this.#zone, visits));
    const { senders, sendersAfter } = visits;
    this.#built.set(day, { segment, blocks, after, senders, sendersAfter });
    return segment;
  }

  /** Whether what came on the day after may belong to this day's visits. It hardly ever does, and comes all the time. */
  #goesOn({ after, senders, sendersAfter }: BuiltDay, rows: readonly BlockRow[]): boolean {
    const isOfThem = (block: EventBlock) =>
      block.strings('prior').values.some((hash) => senders.has(hash)) ||
      block.strings('visitor').values.some((hash) => sendersAfter.has(hash));
    const changed = rows.filter(({ id, events }) => after.get(id) !== events);
    return readBlocks(this.#db, changed).some(isOfThem);
  }
}
