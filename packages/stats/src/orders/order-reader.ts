import type { DayOrders } from './day-orders.ts';

/** Where orders are read from: as they are known now, or as they were known at some time. */
export interface OrderReader {
  /**
   * The days from `from` to `to` (`YYYY-MM-DD`, both included) with a posting or an event that led to an order,
   * ascending; a busy day comes in several parts. A part is the same object as long as it says the same, so that what is
   * worked out of it can be kept.
   */
  days(from: string, to: string): readonly DayOrders[];
  /** Every product that was ever given a name or a collection, by code. The same object as long as it says the same. */
  products(): ReadonlyMap<string, Product>;
}

export interface Product {
  /** The latest one that it was given; '' where it was given none. */
  readonly name: string;
  /** The same. */
  readonly collection: string;
}
