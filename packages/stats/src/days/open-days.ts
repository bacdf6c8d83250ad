import { dayNumber } from '../calendar.ts';
import { BoundedCache, type MemoryBudget } from '../columns/bounded-cache.ts';
import type { Database } from '../database.ts';
import type { TimeZone } from '../time-zone.ts';
import { type BlockRow, listBlocks, readBlocks } from './block-table.ts';
import { buildSegment, hoursOfDay } from './build-segment.ts';
import { ColumnSegment, countsOf } from './column-segment.ts';
import { type DayBlockRows, blockRowsOfDay, readDayBlocks } from './day-blocks.ts';
import type { DaySegment } from './day-segment.ts';
import type { EventBlock } from './event-block.ts';
import { type SegmentColumns, sizeOfColumns } from './segment-columns.ts';
import type { Senders } from './senders.ts';
import { visitsOfDay } from './visits-of-day.ts';

interface ListedBlocks {
  readonly blocks: readonly BlockRow[];
  /** Those that are open, in their order. */
  readonly days: readonly string[];
}

interface BuiltDay {
  readonly segment: ColumnSegment;
  /** For which it is known to be up to date. */
  readonly listed: ListedBlocks;
  /** The blocks it was built from, and how many events they had. */
  readonly blocks: string;
  readonly after: ReadonlyMap<number, number>;
  readonly senders: Senders;
  readonly sendersAfter: Senders;
}

/**
 * The segments of days that are not closed, built from their blocks and kept until there are others. There are a few, but
 * for a store that is worked out anew: then those used last are kept, and the others built again when they are asked for.
 */
export class OpenDays {
  readonly #db: Database;
  readonly #zone: TimeZone;
  readonly #columns: BoundedCache<SegmentColumns>;
  readonly #built = new Map<string, BuiltDay>();
  /** All blocks; null until they are listed. */
  #listed: ListedBlocks | null = null;

  constructor(db: Database, zone: TimeZone, budget: MemoryBudget) {
    this.#db = db;
    this.#zone = zone;
    this.#columns = new BoundedCache(budget);
  }

  segments(from: string, to: string): DaySegment[] {
    const listed = (this.#listed ??= this.#list());
    return listed.days.filter((day) => day >= from && day <= to).map((day) => this.#segment(day, listed));
  }

  /** After events were added. */
  listAnew(): void {
    this.#listed = null;
  }

  /** After a day was closed or all were deleted: blocks that come then may have the ids of others. */
  forget(): void {
    this.#listed = null;
    this.#built.clear();
    this.#columns.clear();
  }

  #list(): ListedBlocks {
    const blocks = listBlocks(this.#db);
    const days = new Set(blocks.flatMap(({ day, tail }) => (tail ? [] : [day])));
    return { blocks, days: [...days].toSorted() };
  }

  #segment(day: string, listed: ListedBlocks): DaySegment {
    const known = this.#built.get(day);
    if (known?.listed === listed) return known.segment;
    const rows = blockRowsOfDay(listed.blocks, day);
    const blocks = JSON.stringify(
      [rows.before, rows.own].map((part) => part.map(({ id, events }) => [id, events])),
    );
    const after = new Map(rows.after.map(({ id, events }) => [id, events]));
    if (known?.blocks === blocks && !this.#goesOn(known, rows.after)) {
      this.#built.set(day, { ...known, listed, after });
      return known.segment;
    }
    const { columns, senders, sendersAfter } = this.#build(day, rows);
    const segment = new ColumnSegment(day, hoursOfDay(day, this.#zone), countsOf(columns), {
      bytes: (name) => this.#columnsOf(day, rows)[name],
      words: (name) => this.#columnsOf(day, rows)[name],
      numbers: (name) => this.#columnsOf(day, rows)[name],
      strings: (name) => this.#columnsOf(day, rows)[name],
    });
    this.#built.set(day, { segment, listed, blocks, after, senders, sendersAfter });
    return segment;
  }

  #columnsOf(day: string, rows: DayBlockRows): SegmentColumns {
    return this.#columns.get(dayNumber(day)) ?? this.#build(day, rows).columns;
  }

  #build(day: string, rows: DayBlockRows) {
    const visits = visitsOfDay(day, this.#zone, readDayBlocks(this.#db, rows));
    const columns = buildSegment(day, this.#zone, visits);
    this.#columns.set(dayNumber(day), columns, sizeOfColumns(columns));
    return { columns, senders: visits.senders, sendersAfter: visits.sendersAfter };
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
