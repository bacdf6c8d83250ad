import { dayFromNumber, dayNumber } from '../calendar.ts';
import { type Columns, decodeColumns } from '../columns/decode-columns.ts';
import { type Column, encodeColumns } from '../columns/encode-columns.ts';
import type { Database } from '../database.ts';
import type { SegmentCounts } from './column-segment.ts';
import { SEGMENT_COLUMNS, type SegmentColumn, type SegmentColumns } from './segment-columns.ts';

/** Columns of at most so many bytes are in the segment's own row; a small shop's day is one row. */
const SMALL_BYTES = 600;
/** Below the 2 MB that a value may have. */
const MOST_BYTES = 1_500_000;

/** Ids put what is read together next to each other: segments of a day, columns of a segment, pieces of a column. */
const PARTS_PER_DAY = 1000;
const COLUMNS_PER_SEGMENT = 64;
const PIECES_PER_COLUMN = 64;

/** Of the first piece of a column. */
export function columnId(segment: number, column: SegmentColumn): number {
  return (segment * COLUMNS_PER_SEGMENT + SEGMENT_COLUMNS.indexOf(column)) * PIECES_PER_COLUMN;
}

export function insertSegment(
  db: Database,
  day: string,
  hours: readonly number[],
  columns: SegmentColumns,
): void {
  const first = dayNumber(day) * PARTS_PER_DAY;
  const [row] = db.all<{ id: number }>(
    'SELECT COALESCE(MAX(id) + 1, ?) AS id FROM segment WHERE id BETWEEN ? AND ?',
    first,
    first,
    first + PARTS_PER_DAY - 1,
  );
  const id = row?.id ?? first;
  const small: Record<string, Column> = {
    hours: Float64Array.from(hours),
    counts: Uint32Array.of(columns.own.length, columns.eventHour.length, columns.itemEvent.length),
  };
  for (const name of SEGMENT_COLUMNS) {
    const content = encodeColumns({ [name]: columns[name] });
    if (content.length <= SMALL_BYTES) small[name] = columns[name];
    else insertColumn(db, columnId(id, name), content);
  }
  db.run('INSERT INTO segment (id, content) VALUES (?, ?)', id, encodeColumns(small));
}

function insertColumn(db: Database, id: number, content: Uint8Array): void {
  for (let piece = 0; piece * MOST_BYTES < content.length; piece += 1) {
    const from = piece * MOST_BYTES;
    db.run(
      'INSERT INTO segment_column (id, content) VALUES (?, ?)',
      id + piece,
      content.subarray(from, from + MOST_BYTES),
    );
  }
}

/** What a segment's own row says. */
export interface SegmentRow {
  readonly id: number;
  readonly day: string;
  readonly hours: readonly number[];
  readonly counts: SegmentCounts;
  readonly columns: Columns;
}

/** Ids of these days' segments, from the first to before the end. */
export function idsOfDays(from: string, to: string) {
  return { first: dayNumber(from) * PARTS_PER_DAY, end: (dayNumber(to) + 1) * PARTS_PER_DAY };
}

/** Ids of all segments, in the order of days. */
export function listSegments(db: Database): number[] {
  return db.all<{ id: number }>('SELECT id FROM segment ORDER BY id').map(({ id }) => id);
}

export function readSegments(db: Database, ids: readonly number[]): SegmentRow[] {
  if (ids.length === 0) return [];
  return db
    .all<{ id: number; content: Uint8Array }>(
      'SELECT id, content FROM segment WHERE id IN (SELECT value FROM json_each(?))',
      JSON.stringify(ids),
    )
    .map(({ id, content }) => {
      const columns = decodeColumns(content);
      const [visits = 0, events = 0, items = 0] = columns.u32('counts');
      return {
        id,
        day: dayFromNumber(Math.floor(id / PARTS_PER_DAY)),
        hours: [...columns.f64('hours')],
        counts: { visits, events, items },
        columns,
      };
    });
}

/** One column of several segments, by segment. */
export function readColumn(
  db: Database,
  segments: readonly number[],
  column: SegmentColumn,
): Map<number, Columns> {
  const ids = segments.map((segment) => columnId(segment, column));
  const pieces = new Map<number, Uint8Array[]>();
  const rows = db.all<{ id: number; content: Uint8Array }>(
    // CROSS fixes the order: each piece is looked up by its id.
    `SELECT segment_column.id, content FROM json_each(?)
     CROSS JOIN segment_column ON segment_column.id BETWEEN value AND value + ?`,
    JSON.stringify(ids),
    PIECES_PER_COLUMN - 1,
  );
  for (const { id, content } of rows) {
    const segment = Math.floor(id / (COLUMNS_PER_SEGMENT * PIECES_PER_COLUMN));
    const known = pieces.get(segment);
    if (known) known.push(content);
    else pieces.set(segment, [content]);
  }
  return new Map([...pieces].map(([segment, parts]) => [segment, decodeColumns(joined(parts))]));
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [first] = pieces;
  if (first && pieces.length === 1) return first;
  const whole = new Uint8Array(pieces.reduce((bytes, { length }) => bytes + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

export function deleteSegments(db: Database): void {
  db.run('DELETE FROM segment');
  db.run('DELETE FROM segment_column');
}
