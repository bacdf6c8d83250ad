import { kindOf, netOf } from '@layerkick/stats/booking-figures';
import type { Booking } from '@layerkick/stats/bookings';
import type { TableRecord } from './table.ts';

/** Amounts are minor units of `currency`. */
export const BOOKING_COLUMNS = [
  'at',
  'order',
  'kind',
  'currency',
  'units',
  'gross',
  'discounts',
  'returns',
  'adjustments',
  'net',
  'taxes',
  'shipping',
  'channel',
  'source',
  'device',
  'country',
  'city',
  'customer',
  'products',
] as const;

/** A row per booking; products by name with their units: `Mug × 2; Birch candle × 1`. */
export async function* bookingRecords(bookings: AsyncIterable<Booking>): AsyncGenerator<TableRecord> {
  for await (const { at, isOrder, products, ...booking } of bookings) {
    yield {
      ...booking,
      at: new Date(at).toISOString(),
      kind: kindOf({ isOrder, returns: booking.returns }),
      net: netOf(booking),
      products: products.map(({ product, name, units }) => `${name || product} × ${units}`).join('; '),
    };
  }
}
