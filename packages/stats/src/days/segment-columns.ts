import type { Coded } from '../columns/coded.ts';
import { isZeros } from '../columns/zeros.ts';
import type { VisitDimension } from './visit-dimensions.ts';

export type ByteColumn = 'own' | 'visitHour' | 'bounced' | 'eventHour' | 'itemKind';
export type WordColumn = 'visitor' | 'duration' | 'eventsFrom' | 'itemEvent' | 'purchaseEvent';
export type NumberColumn = 'purchaseId';
export type StringColumn = 'visitBot' | 'eventName' | 'page' | 'eventBot' | 'product' | VisitDimension;

/** What a `DaySegment` consists of. */
export type SegmentColumns = Readonly<
  Record<ByteColumn, Uint8Array> &
    Record<WordColumn, Uint32Array> &
    Record<NumberColumn, Float64Array> &
    Record<StringColumn, Coded>
>;
export type SegmentColumn = keyof SegmentColumns;

/** In the order in which they are stored: a new one comes last. */
export const SEGMENT_COLUMNS = [
  'visitor',
  'own',
  'visitBot',
  'visitHour',
  'duration',
  'bounced',
  'eventsFrom',
  'eventName',
  'page',
  'eventBot',
  'eventHour',
  'itemEvent',
  'itemKind',
  'product',
  'purchaseEvent',
  'purchaseId',
  'channel',
  'source',
  'medium',
  'campaign',
  'term',
  'content',
  'landing_page',
  'exit_page',
  'country',
  'region',
  'city',
  'device',
  'browser',
  'system',
] as const satisfies readonly SegmentColumn[];

/** Where a segment's columns come from. */
export interface ColumnSource {
  bytes(column: ByteColumn): Uint8Array;
  words(column: WordColumn): Uint32Array;
  numbers(column: NumberColumn): Float64Array;
  strings(column: StringColumn): Coded;
}

/** A column as it is read. */
export type UnpackedColumn = SegmentColumns[SegmentColumn];

const BYTES_PER_STRING = 24;

/** What a column takes of memory. */
export function sizeOfColumn(column: UnpackedColumn | Coded['codes']): number {
  if (ArrayBuffer.isView(column)) return isZeros(column) ? 0 : column.byteLength;
  const strings = column.values.reduce((bytes, value) => bytes + BYTES_PER_STRING + value.length, 0);
  return sizeOfColumn(column.codes) + strings;
}

export function sizeOfColumns(columns: SegmentColumns): number {
  return SEGMENT_COLUMNS.reduce((bytes, name) => bytes + sizeOfColumn(columns[name]), 0);
}
