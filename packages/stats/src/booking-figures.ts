import type { Booking } from './bookings.ts';

/** Gross less discounts and returns, with corrections; minor units of its currency. */
export function netOf({
  gross,
  discounts,
  returns,
  adjustments,
}: Pick<Booking, 'gross' | 'discounts' | 'returns' | 'adjustments'>): number {
  return gross - discounts - returns + adjustments;
}

/** The order itself, something that came back, or what was changed or sold later. */
export function kindOf({
  isOrder,
  returns,
}: Pick<Booking, 'isOrder' | 'returns'>): 'order' | 'return' | 'correction' {
  return isOrder ? 'order' : returns > 0 ? 'return' : 'correction';
}
