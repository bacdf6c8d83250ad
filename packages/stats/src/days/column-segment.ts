import type { DaySegment } from './day-segment.ts';
import type { ColumnSource, SegmentColumns } from './segment-columns.ts';
import type { VisitDimension } from './visit-dimensions.ts';

/** How many rows its tables have. */
export interface SegmentCounts {
  readonly visits: number;
  readonly events: number;
  readonly items: number;
}

/** A segment, wherever its columns are. */
export class ColumnSegment implements DaySegment {
  readonly day: string;
  readonly hours: readonly number[];
  readonly visitCount: number;
  readonly eventCount: number;
  readonly itemCount: number;
  readonly #columns: ColumnSource;

  constructor(day: string, hours: readonly number[], counts: SegmentCounts, columns: ColumnSource) {
    this.day = day;
    this.hours = hours;
    this.visitCount = counts.visits;
    this.eventCount = counts.events;
    this.itemCount = counts.items;
    this.#columns = columns;
  }

  visitor(): Uint32Array {
    return this.#columns.words('visitor');
  }

  own(): Uint8Array {
    return this.#columns.bytes('own');
  }

  visit(dimension: VisitDimension) {
    return this.#columns.strings(dimension);
  }

  visitBot() {
    return this.#columns.strings('visitBot');
  }

  visitHour() {
    return this.#columns.bytes('visitHour');
  }

  duration() {
    return this.#columns.words('duration');
  }

  bounced() {
    return this.#columns.bytes('bounced');
  }

  eventsFrom() {
    return this.#columns.words('eventsFrom');
  }

  eventName() {
    return this.#columns.strings('eventName');
  }

  page() {
    return this.#columns.strings('page');
  }

  eventBot() {
    return this.#columns.strings('eventBot');
  }

  eventHour() {
    return this.#columns.bytes('eventHour');
  }

  itemEvent() {
    return this.#columns.words('itemEvent');
  }

  itemKind() {
    return this.#columns.bytes('itemKind');
  }

  product() {
    return this.#columns.strings('product');
  }

  purchaseEvent() {
    return this.#columns.words('purchaseEvent');
  }

  purchaseId() {
    return this.#columns.numbers('purchaseId');
  }
}

/** A segment whose columns are in memory. */
export function builtSegment(day: string, hours: readonly number[], columns: SegmentColumns): DaySegment {
  return new ColumnSegment(day, hours, countsOf(columns), {
    bytes: (column) => columns[column],
    words: (column) => columns[column],
    numbers: (column) => columns[column],
    strings: (column) => columns[column],
  });
}

export function countsOf({ own, eventHour, itemEvent }: SegmentColumns): SegmentCounts {
  return { visits: own.length, events: eventHour.length, items: itemEvent.length };
}
