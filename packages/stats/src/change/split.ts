import { type Effects, type Figures, type Periods, weightsOf } from './factors.ts';

/**
 * How much of each factor's effect is a part's: a channel's, a country's. Parts that add up to the whole have effects
 * that add up to those of the whole, in every factor, but for errors of floating point.
 *
 * - Sessions: what the part has more or less, at what a session is worth.
 * - Conversion: the orders that the part has beyond those that its sessions would make at everybody's conversion, as a
 *   share of all sessions. A part that only grew or shrank has none.
 * - Order value: likewise, the sales beyond what the part's orders would make at everybody's order value.
 * - Corrections: its own.
 */
export function splitEffects(whole: Periods, part: Periods): Effects {
  const weights = weightsOf(whole);
  const corrections = part.after.corrections - part.before.corrections;
  if (!weights) {
    return { sessions: 0, conversion: 0, order_value: part.after.sales - part.before.sales, corrections };
  }
  const conversion = average(
    whole,
    ({ orders }) => orders,
    ({ sessions }) => sessions,
  );
  const orderValue = average(
    whole,
    ({ sales }) => sales,
    ({ orders }) => orders,
  );
  const ordersBeyond = (of: Figures, all: Figures) => (of.orders - conversion * of.sessions) / all.sessions;
  const salesBeyond = (of: Figures, all: Figures) => (of.sales - orderValue * of.orders) / all.orders;
  return {
    sessions: weights.sessions * (part.after.sessions - part.before.sessions),
    conversion:
      weights.conversion * (ordersBeyond(part.after, whole.after) - ordersBeyond(part.before, whole.before)),
    order_value:
      weights.orderValue * (salesBeyond(part.after, whole.after) - salesBeyond(part.before, whole.before)),
    corrections,
  };
}

/**
 * The same for a product, which has no sessions: what it adds to an average order, and its corrections.
 */
export function splitByProduct(whole: Periods, part: Periods): Effects {
  const weights = weightsOf(whole);
  const { before, after } = whole;
  const added = part.after.sales / after.orders - part.before.sales / before.orders;
  return {
    sessions: 0,
    conversion: 0,
    order_value: weights ? weights.orderValue * added : part.after.sales - part.before.sales,
    corrections: part.after.corrections - part.before.corrections,
  };
}

/** Of both periods together. */
function average(
  { before, after }: Periods,
  of: (figures: Figures) => number,
  over: (figures: Figures) => number,
): number {
  return (of(before) + of(after)) / (over(before) + over(after));
}
