import type { Coded } from '../columns/coded.ts';

/**
 * What counts of a store-local day's orders, as columns: one row per entry of the ledger that counts (a sale, a refund, …),
 * and which of the day's events led to an order. A day may have several such parts; all that an order did on the day is
 * in one of them. Columns of one table have the same length and must not be changed.
 */
export interface DayOrders {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** The start of each of the day's local hours, epoch ms. */
  readonly hours: readonly number[];

  readonly postings: {
    readonly count: number;
    /** The order's id. */
    readonly order: Coded;
    /** 1 on the first sale of an order: counting these counts orders. */
    readonly isOrder: Uint8Array;
    /** 1 on the first sale of an order that the shop's server told of and that was placed online. */
    readonly isTold: Uint8Array;
    /** Epoch ms. */
    readonly at: Float64Array;
    /** Place in `hours`. */
    readonly hour: Uint8Array;
    /** Id of the purchase event whose visit the order belongs to; 0 where there is none. */
    readonly event: Float64Array;
    /** The store-local day of that event; '' where there is none. */
    readonly eventDay: Coded;
    /** '' where no entry of the order names it: it is the visit's then. */
    readonly country: Coded;
    /** The same for the browser. */
    readonly browser: Coded;
    /** '' where no entry of the order says who ordered, or nothing was sold. */
    readonly customer: Coded;
    /** Whether the order is its customer's first ever (`new`) or not (`returning`); '' where none is known or nothing was sold. */
    readonly customerKind: Coded;
    /** Why this is not a person's order; '' otherwise. */
    readonly bot: Coded;
    readonly currency: Coded;
    readonly units: Float64Array;
    /** Minor units of `currency`, as all that follow. */
    readonly gross: Float64Array;
    readonly discount: Float64Array;
    readonly returns: Float64Array;
    readonly adjustment: Float64Array;
    readonly tax: Float64Array;
    readonly shipping: Float64Array;
    /** `linesFrom[p]` ≤ place in `lines` < `linesFrom[p + 1]`. */
    readonly linesFrom: Uint32Array;
    /** The same for `contents`. */
    readonly contentsFrom: Uint32Array;
  };

  /** One per product of a posting; they add up to it. */
  readonly lines: {
    readonly count: number;
    readonly product: Coded;
    readonly isOrder: Uint8Array;
    readonly units: Float64Array;
    readonly gross: Float64Array;
    readonly discount: Float64Array;
    readonly returns: Float64Array;
    readonly adjustment: Float64Array;
  };

  /** Every product that the order of a posting contains, in whichever of its postings. */
  readonly contents: Coded;

  /** The events of this day that an order belongs to. */
  readonly led: {
    readonly count: number;
    /** Ascending. */
    readonly event: Float64Array;
    readonly order: Coded;
    /** As in `postings`. */
    readonly customerKind: Coded;
  };
}

/** Net sales of one posting, minor units of its currency: gross less discounts and returns, with corrections. */
export function netAt(
  { gross, discount, returns, adjustment }: DayOrders['postings'],
  posting: number,
): number {
  const at = (column: Float64Array) => column[posting] ?? 0;
  return at(gross) - at(discount) - at(returns) + at(adjustment);
}
