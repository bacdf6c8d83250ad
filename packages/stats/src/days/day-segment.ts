import type { Coded } from '../columns/coded.ts';
import type { VisitDimension } from './visit-dimensions.ts';

/** In `eventHour`: happened on another day. The event belongs to its visit, and counts on that day. */
export const ELSEWHERE = 255;

/**
 * Visits of one store-local day as columns: those that began on it, and those that came over midnight. What is scanned
 * to answer a question, whether the day is closed (columns are read from storage when they are asked for) or open
 * (built in memory from what came in). A day may have several segments; a visitor is in one of them.
 *
 * Columns of one table have the same length. They are shared and must not be changed.
 */
export interface DaySegment {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** The start of each of the day's local hours, epoch ms; 23 to 25 of them, or one more where a clock moves by half an hour. */
  readonly hours: readonly number[];

  readonly visitCount: number;
  /** Place of the visit's visitor among the segment's. Ascending: a visitor's visits stand together. */
  visitor(): Uint32Array;
  /** 1: began on this day and counts on it. 0: began the day before, and is here for what it did on this day. */
  own(): Uint8Array;
  visit(dimension: VisitDimension): Coded;
  /** Why the visit is automated traffic; '' where it is a person's. */
  visitBot(): Coded;
  /** Place in `hours` of an own visit's first event. */
  visitHour(): Uint8Array;
  /** From the first to the last event, ms. */
  duration(): Uint32Array;
  /** 1: one page view and no interaction. */
  bounced(): Uint8Array;
  /** `eventsFrom[v]` ≤ place of an event of visit v < `eventsFrom[v + 1]`, in the order of time; one longer than the others. */
  eventsFrom(): Uint32Array;

  /** All events of these visits, those of other days included. */
  readonly eventCount: number;
  eventName(): Coded;
  page(): Coded;
  eventBot(): Coded;
  /** Place in `hours`, or `ELSEWHERE`. */
  eventHour(): Uint8Array;

  /** Products in `view_item` and `add_to_cart` events. */
  readonly itemCount: number;
  /** Place of the item's event; ascending. */
  itemEvent(): Uint32Array;
  /** 0: looked at, 1: put into a cart. */
  itemKind(): Uint8Array;
  /** The product's code. */
  product(): Coded;

  /** Place of each event that an order may belong to; ascending. */
  purchaseEvent(): Uint32Array;
  /** Its id, by which orders name it: `seq` × 64 + the event's place in its batch. */
  purchaseId(): Float64Array;
}
