import { decodeColumns } from '../columns/decode-columns.ts';
import { encodeColumns } from '../columns/encode-columns.ts';
import type { Coded } from '../columns/coded.ts';
import { ColumnSegment } from '../days/column-segment.ts';
import type { DaySegment } from '../days/day-segment.ts';
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

/** What `encodeSegment` wrote. A column is unpacked when it is first asked for. */
export function decodeSegment(day: string, bytes: Uint8Array): DaySegment {
  const columns = decodeColumns(bytes);
  const [visits = 0, events = 0, items = 0] = columns.u32('counts');
  return new ColumnSegment(
    day,
    [...columns.f64('hours')],
    { visits, events, items },
    {
      bytes: unpackedOnce((name) => columns.u8(name)),
      words: unpackedOnce((name) => columns.u32(name)),
      numbers: unpackedOnce((name) => columns.f64(name)),
      strings: unpackedOnce((name): Coded => columns.coded(name)),
    },
  );
}

function unpackedOnce<Column>(unpack: (name: string) => Column): (name: string) => Column {
  const known = new Map<string, Column>();
  return (name) => {
    let column = known.get(name);
    if (column === undefined) known.set(name, (column = unpack(name)));
    return column;
  };
}
