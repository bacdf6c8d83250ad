import { BoundedCache, type MemoryBudget } from '../columns/bounded-cache.ts';
import type { Columns } from '../columns/decode-columns.ts';
import type { Database } from '../database.ts';
import { ColumnSegment } from './column-segment.ts';
import type { DaySegment } from './day-segment.ts';
import {
  type ColumnSource,
  type SegmentColumn,
  sizeOfColumn,
  type UnpackedColumn,
} from './segment-columns.ts';
import {
  columnId,
  idsOfDays,
  listSegments,
  readColumn,
  readSegments,
  type SegmentRow,
} from './segment-table.ts';

/** A column is read for as many days at once: what is asked of one day is asked of the days after it. */
const DAYS_AT_A_TIME = 16;

/** The segments of closed days. Columns are read when they are asked for, and those used last are kept. */
export class ClosedDays {
  readonly #db: Database;
  readonly #columns: BoundedCache<UnpackedColumn>;
  readonly #segments = new Map<number, { readonly row: SegmentRow; readonly segment: DaySegment }>();
  /** All of them, in the order of days; null until they are listed. */
  #ids: readonly number[] | null = null;
  /** The days asked for last. */
  #asked = { from: '', to: '' };

  constructor(db: Database, budget: MemoryBudget) {
    this.#db = db;
    this.#columns = new BoundedCache(budget);
  }

  segments(from: string, to: string): DaySegment[] {
    if (from < this.#asked.from || to > this.#asked.to) this.#asked = { from, to };
    const ids = this.#between(from, to);
    const missing = ids.filter((id) => !this.#segments.has(id));
    for (const row of readSegments(this.#db, missing)) {
      const segment = new ColumnSegment(row.day, row.hours, row.counts, this.#source(row));
      this.#segments.set(row.id, { row, segment });
    }
    return ids.flatMap((id) => this.#segments.get(id)?.segment ?? []);
  }

  /** After a day was closed. */
  listAnew(): void {
    this.#ids = null;
  }

  /** After all days were deleted. */
  forget(): void {
    this.#ids = null;
    this.#segments.clear();
    this.#columns.clear();
  }

  #between(from: string, to: string): number[] {
    this.#ids ??= listSegments(this.#db);
    const { first, end } = idsOfDays(from, to);
    return this.#ids.slice(placeOf(this.#ids, first), placeOf(this.#ids, end));
  }

  #source(row: SegmentRow): ColumnSource {
    return {
      bytes: (name) => {
        const kept = this.#columns.get(columnId(row.id, name));
        return kept instanceof Uint8Array ? kept : this.#read(row, name, (columns) => columns.u8(name));
      },
      words: (name) => {
        const kept = this.#columns.get(columnId(row.id, name));
        return kept instanceof Uint32Array ? kept : this.#read(row, name, (columns) => columns.u32(name));
      },
      numbers: (name) => {
        const kept = this.#columns.get(columnId(row.id, name));
        return kept instanceof Float64Array ? kept : this.#read(row, name, (columns) => columns.f64(name));
      },
      strings: (name) => {
        const kept = this.#columns.get(columnId(row.id, name));
        return kept && 'codes' in kept ? kept : this.#read(row, name, (columns) => columns.coded(name));
      },
    };
  }

  /** Of this segment and, while it is at it, of those that will be asked next. */
  #read<Column extends UnpackedColumn>(
    row: SegmentRow,
    name: SegmentColumn,
    unpack: (columns: Columns) => Column,
  ): Column {
    const keep = (id: number, columns: Columns) => {
      const column = unpack(columns);
      this.#columns.set(columnId(id, name), column, sizeOfColumn(column));
      return column;
    };
    if (row.columns.has(name)) return keep(row.id, row.columns);
    const next = this.#between(row.day, this.#asked.to)
      .slice(0, DAYS_AT_A_TIME)
      .filter((id) => id !== row.id && !this.#columns.has(columnId(id, name)));
    const read = readColumn(this.#db, [row.id, ...next], name);
    for (const [id, columns] of read) if (id !== row.id) keep(id, columns);
    const own = read.get(row.id);
    return keep(row.id, own ?? row.columns);
  }
}

/** The place of the first that is not below `id`. */
function placeOf(ids: readonly number[], id: number): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] ?? 0) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
