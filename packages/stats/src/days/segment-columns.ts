import type { Coded } from '../columns/coded.ts';
import type { VisitDimension } from './visit-dimensions.ts';

interface NumberColumns {
  readonly visitor: Uint32Array;
  readonly own: Uint8Array;
  readonly visitHour: Uint8Array;
  readonly duration: Uint32Array;
  readonly bounced: Uint8Array;
  readonly eventsFrom: Uint32Array;
  readonly eventHour: Uint8Array;
  readonly itemEvent: Uint32Array;
  readonly itemKind: Uint8Array;
  readonly purchaseEvent: Uint32Array;
  readonly purchaseId: Float64Array;
}

type StringColumn = 'visitBot' | 'eventName' | 'page' | 'eventBot' | 'product' | VisitDimension;

/** What a `DaySegment` consists of. */
export type SegmentColumns = NumberColumns & Readonly<Record<StringColumn, Coded>>;
export type SegmentColumn = keyof SegmentColumns;

/** Where a segment's columns come from. */
export interface ColumnSource {
  get<Name extends SegmentColumn>(column: Name): SegmentColumns[Name];
}
