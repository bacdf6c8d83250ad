/** What a period, or one part of it, came to. Money in minor units. */
export interface Figures {
  readonly sessions: number;
  readonly orders: number;
  /** Gross sales after discounts. */
  readonly sales: number;
  /** Adjustments minus returns. */
  readonly corrections: number;
}

export interface Periods {
  readonly before: Figures;
  readonly after: Figures;
}

/**
 * Net sales = sessions × conversion × order value + corrections, where conversion is orders ÷ sessions and order value is
 * sales ÷ orders.
 */
export const FACTORS = ['sessions', 'conversion', 'order_value', 'corrections'] as const;
export type Factor = (typeof FACTORS)[number];
export type Effects = { readonly [Name in Factor]: number };

/** How much each factor's change changes sales: what one more of it is worth, on average over all orders of changing. */
export interface Weights {
  readonly sessions: number;
  readonly conversion: number;
  readonly orderValue: number;
}

/**
 * What one more session, one more order per session and one more cent per order are worth in the change between two
 * periods: Shapley's values, so that the result does not depend on which factor is said to have changed first. Null where
 * a period has no sessions or no orders, and conversion or order value is not known.
 */
export function weightsOf({ before, after }: Periods): Weights | null {
  const [b, a] = [ratios(before), ratios(after)];
  if (!b || !a) return null;
  return {
    sessions: mixed(b.conversion, a.conversion, b.orderValue, a.orderValue),
    conversion: mixed(b.sessions, a.sessions, b.orderValue, a.orderValue),
    orderValue: mixed(b.sessions, a.sessions, b.conversion, a.conversion),
  };
}

/**
 * How much of the change of net sales is each factor's, in minor units, not rounded. Where conversion or order value is
 * not known in a period, all that was sold more or less is the order value's.
 */
export function effectsOf(periods: Periods): Effects {
  const { before, after } = periods;
  const weights = weightsOf(periods);
  const corrections = after.corrections - before.corrections;
  const [b, a] = [ratios(before), ratios(after)];
  if (!weights || !b || !a) {
    return { sessions: 0, conversion: 0, order_value: after.sales - before.sales, corrections };
  }
  return {
    sessions: weights.sessions * (a.sessions - b.sessions),
    conversion: weights.conversion * (a.conversion - b.conversion),
    order_value: weights.orderValue * (a.orderValue - b.orderValue),
    corrections,
  };
}

function ratios({ sessions, orders, sales }: Figures) {
  if (sessions <= 0 || orders <= 0) return null;
  return { sessions, conversion: orders / sessions, orderValue: sales / orders };
}

/** The product of the two other factors, averaged over the six orders in which three factors can change. */
function mixed(xBefore: number, xAfter: number, yBefore: number, yAfter: number): number {
  return (2 * xBefore * yBefore + xBefore * yAfter + xAfter * yBefore + 2 * xAfter * yAfter) / 6;
}
