import { z } from 'zod';
import { filters } from './filter.ts';
import { dayRange, PERIODS, type DayRange, type StatsAnswer } from './query.ts';

/** What bookings can be ordered by. `net`: gross less discounts and returns, with corrections. */
export const BOOKING_ORDERS = ['at', 'units', 'gross', 'discounts', 'returns', 'net'] as const;
export type BookingOrder = (typeof BOOKING_ORDERS)[number];

/** The rows behind the figures of sales: what was booked for orders on some days, the latest first unless asked otherwise. */
export const bookingsQuery = z.strictObject({
  /** `orders`: each order once, on the day it was placed. `all`: returns, corrections and later sales, too. */
  kind: z.enum(['orders', 'all']).default('all'),
  range: z.union([z.enum(PERIODS), dayRange]),
  /** Orders for which all of these hold. */
  filters: filters.default([]),
  /** Include orders of traffic that was classified as automated. */
  bots: z.boolean().default(false),
  /** Those with this in the order's id, or in the id or name of one of its products; in any case. */
  find: z.string().max(200).default(''),
  /** Amounts by their number, whatever currency they are in. */
  orderBy: z
    .strictObject({ field: z.enum(BOOKING_ORDERS), direction: z.enum(['asc', 'desc']) })
    .default({ field: 'at', direction: 'desc' }),
  limit: z.int().min(1).max(1000).default(10),
  offset: z.int().min(0).max(1_000_000).default(0),
});
export type BookingsQuery = z.input<typeof bookingsQuery>;
export type ParsedBookingsQuery = z.output<typeof bookingsQuery>;

export interface BookingsAnswer extends Pick<
  StatsAnswer,
  'freshness' | 'rowsRead' | 'bytesRead' | 'durationMs' | 'warnings'
> {
  /** The question as it was executed: periods resolved to days. */
  readonly query: Omit<ParsedBookingsQuery, 'range'> & {
    readonly range: DayRange;
    readonly timeZone: string;
    readonly currency: string;
  };
  /** All of them, however many are listed. */
  readonly count: number;
  readonly bookings: readonly Booking[];
}

/** One entry of the order ledger that counts. Amounts in minor units of its own currency. */
export interface Booking {
  /** The order's id. */
  readonly order: string;
  /** Whether it is the order itself; false for returns, corrections and what was sold later. */
  readonly isOrder: boolean;
  /** Epoch ms. */
  readonly at: number;
  readonly currency: string;
  readonly units: number;
  readonly gross: number;
  readonly discounts: number;
  readonly returns: number;
  readonly adjustments: number;
  readonly taxes: number;
  readonly shipping: number;
  /** Of the visit that led to the order; '' where none is known. */
  readonly channel: string;
  readonly source: string;
  readonly device: string;
  readonly country: string;
  readonly city: string;
  /** Whether it is its customer's first order ever; '' where the shop does not say who ordered. */
  readonly customer: '' | 'new' | 'returning';
  readonly products: readonly { readonly product: string; readonly name: string; readonly units: number }[];
}
