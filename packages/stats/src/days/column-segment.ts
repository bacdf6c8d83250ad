import type { DaySegment } from './day-segment.ts';
import type { SegmentColumn, SegmentColumns } from './segment-columns.ts';
import type { VisitDimension } from './visit-dimensions.ts';

/** How many rows its tables have. */
export interface SegmentCounts {
  readonly visits: number;
  readonly events: number;
  readonly items: number;
}

/** Gives a segment's columns, from wherever they are. */
export type ColumnOf = <Name extends SegmentColumn>(column: Name) => SegmentColumns[Name];

export class ColumnSegment implements DaySegment {
  readonly day: string;
  readonly hours: readonly number[];
  readonly visitCount: number;
  readonly eventCount: number;
  readonly itemCount: number;
  readonly #column: ColumnOf;

  constructor(day: string, hours: readonly number[], counts: SegmentCounts, column: ColumnOf) {
    this.day = day;
    this.hours = hours;
    this.visitCount = counts.visits;
    this.eventCount = counts.events;
    this.itemCount = counts.items;
    this.#column = column;
  }

  visitor(): Uint32Array {
    return this.#column('visitor');
  }

  own(): Uint8Array {
    return this.#column('own');
  }

  visit(dimension: VisitDimension) {
    return this.#column(dimension);
  }

  visitBot() {
    return this.#column('visitBot');
  }

  visitHour() {
    return this.#column('visitHour');
  }

  duration() {
    return this.#column('duration');
  }

  bounced() {
    return this.#column('bounced');
  }

  eventsFrom() {
    return this.#column('eventsFrom');
  }

  eventName() {
    return this.#column('eventName');
  }

  page() {
    return this.#column('page');
  }

  eventBot() {
    return this.#column('eventBot');
  }

  eventHour() {
    return this.#column('eventHour');
  }

  itemEvent() {
    return this.#column('itemEvent');
  }

  itemKind() {
    return this.#column('itemKind');
  }

  product() {
    return this.#column('product');
  }

  purchaseEvent() {
    return this.#column('purchaseEvent');
  }

  purchaseId() {
    return this.#column('purchaseId');
  }
}

/** A segment whose columns are in memory. */
export function builtSegment(day: string, hours: readonly number[], columns: SegmentColumns): DaySegment {
  const counts = {
    visits: columns.own.length,
    events: columns.eventHour.length,
    items: columns.itemEvent.length,
  };
  return new ColumnSegment(day, hours, counts, (column) => columns[column]);
}
