import { BoundedCache, type MemoryBudget } from '../columns/bounded-cache.ts';
import { decodeColumns } from '../columns/decode-columns.ts';
import { encodeColumns } from '../columns/encode-columns.ts';
import type { Coded } from '../columns/coded.ts';
import { ColumnSegment } from '../days/column-segment.ts';
import type { DaySegment } from '../days/day-segment.ts';
import { type SegmentColumn, sizeOfColumn, type UnpackedColumn } from '../days/segment-columns.ts';
import { VISIT_DIMENSIONS } from '../days/visit-dimensions.ts';

/** A segment as one piece, for another object to read. */
export function encodeSegment(segment: DaySegment): Uint8Array {
  return encodeColumns({
    hours: Float64Array.from(segment.hours),
    counts: Uint32Array.of(segment.visitCount, segment.eventCount, segment.itemCount),
    visitor: segment.visitor(),
    own: segment.own(),
    visitBot: segment.visitBot(),
    visitHour: segment.visitHour(),
    duration: segment.duration(),
    bounced: segment.bounced(),
    eventsFrom: segment.eventsFrom(),
    eventName: segment.eventName(),
    page: segment.page(),
    eventBot: segment.eventBot(),
    eventHour: segment.eventHour(),
    itemEvent: segment.itemEvent(),
    itemKind: segment.itemKind(),
    product: segment.product(),
    purchaseEvent: segment.purchaseEvent(),
    purchaseId: segment.purchaseId(),
    ...Object.fromEntries(VISIT_DIMENSIONS.map((dimension) => [dimension, segment.visit(dimension)])),
  });
}

/** A segment of another object. */
export interface DecodedSegment {
  readonly segment: DaySegment;
  /** Leaves the room that its columns take to others. Once nobody asks for it any more. */
  forget(): void;
}

/** What `encodeSegment` wrote. A column is unpacked when it is asked for, and kept as far as the budget goes. */
export function decodeSegment(day: string, bytes: Uint8Array, budget: MemoryBudget): DecodedSegment {
  const columns = decodeColumns(bytes);
  const [visits = 0, events = 0, items = 0] = columns.u32('counts');
  const caches: { clear(): void }[] = [];
  const kept = <Column extends UnpackedColumn>(unpack: (name: SegmentColumn) => Column) => {
    const known = new BoundedCache<Column, SegmentColumn>(budget);
    caches.push(known);
    return (name: SegmentColumn) => known.once(name, () => unpack(name), sizeOfColumn);
  };
  const segment = new ColumnSegment(
    day,
    [...columns.f64('hours')],
    { visits, events, items },
    {
      bytes: kept((name) => columns.u8(name)),
      words: kept((name) => columns.u32(name)),
      numbers: kept((name) => columns.f64(name)),
      strings: kept((name): Coded => columns.coded(name)),
    },
  );
  return { segment, forget: () => caches.forEach((cache) => cache.clear()) };
}
