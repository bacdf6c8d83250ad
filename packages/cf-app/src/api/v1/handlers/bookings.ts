import { type BookingsAnswer, bookingsQuery, type ParsedBookingsQuery } from '@layerkick/stats/bookings';
import type { Operations } from '@layerkick/client/operations';
import { fieldErrors } from '../../collector/field-errors.ts';
import { fieldsInvalid } from '../../problem.ts';
import { bookingsOf } from '../ask-store.ts';
import type { Call, Outcome } from '../call.ts';
import { BOOKING_COLUMNS, bookingRecords } from '../export/bookings.ts';
import { tableStream } from '../export/formats.ts';
import { exportTooLong } from '../problems.ts';

/** As far as an export of orders goes: each page goes through all of them. */
const MOST_BOOKINGS = 100_000;
const BOOKINGS_AT_A_TIME = 1000;

export async function answerBookings(
  call: Call<Operations['queryBookings']>,
): Promise<Outcome<Operations['queryBookings']>> {
  return { kind: 'json', body: await bookingsOf(call, call.input.body) };
}

export async function exportOrders(
  call: Call<Operations['exportBookings']>,
): Promise<Outcome<Operations['exportBookings']>> {
  const { format = 'csv', ...parameters } = call.input.query;
  const parsed = bookingsQuery.safeParse({ ...parameters, limit: BOOKINGS_AT_A_TIME });
  if (!parsed.success) return { kind: 'problem', problem: fieldsInvalid(fieldErrors(parsed.error)) };
  const page = (offset: number) => bookingsOf(call, { ...parsed.data, offset });
  const first = await page(0);
  if (first.count > MOST_BOOKINGS)
    return { kind: 'problem', problem: exportTooLong(first.count, MOST_BOOKINGS) };
  const { from, to } = first.query.range;
  return {
    kind: 'stream',
    fileName: `${call.store.slug}_orders_${from}_${to}.${format}`,
    ...tableStream(format, BOOKING_COLUMNS, bookingRecords(all(parsed.data, first, page))),
  };
}

async function* all(
  { limit }: ParsedBookingsQuery,
  first: BookingsAnswer,
  page: (offset: number) => Promise<BookingsAnswer>,
): AsyncGenerator<BookingsAnswer['bookings'][number]> {
  yield* first.bookings;
  for (let offset = limit; offset < first.count; offset += limit) yield* (await page(offset)).bookings;
}
