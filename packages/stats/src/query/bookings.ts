import type { Booking, BookingsAnswer, ParsedBookingsQuery } from '../bookings.ts';
import { valueAt } from '../columns/coded.ts';
import type { VisitDimension } from '../days/visit-dimensions.ts';
import type { StoreSettings } from '../store.ts';
import { TimeZone } from '../time-zone.ts';
import { rangesOf } from './ranges.ts';
import type { AnswerClock, Sources } from './answer.ts';
import { Figures } from './figures.ts';
import type { Mask } from './scan/mask.ts';
import { forgetMasks } from './scan/new-mask.ts';
import type { OrderRows } from './scan/order-rows.ts';
import { Reading } from './scan/reading.ts';
import { rebuildingWarning } from './warnings.ts';

/** Where one posting is. */
interface Place {
  readonly rows: OrderRows;
  readonly posting: number;
  readonly at: number;
}

/** The rows behind the figures of sales, one by one. */
export function answerBookings(
  { days, orders, store, usage, kept }: Sources,
  given: StoreSettings,
  query: ParsedBookingsQuery,
  clock: AnswerClock,
): BookingsAnswer {
  forgetMasks();
  const started = clock.elapsed();
  const { rowsRead, bytesRead } = usage;
  const timeZone = store?.timeZone ?? given.timeZone;
  const zone = TimeZone.of(timeZone);
  const { range } = rangesOf(query, store, zone, clock.now);
  const reading = new Reading(days, orders, zone, kept);
  const { choice } = new Figures(reading).select(range, query.filters, query.bots, given.currency);
  const chosen = reading
    .orders(range)
    .map((rows) => ({ rows, mask: chosenOf(rows, rows.postings(choice), query.kind) }));
  return {
    query: { ...query, range, timeZone, currency: given.currency },
    count: chosen.reduce((sum, { mask }) => sum + countOf(mask), 0),
    bookings: latest(chosen, query.offset, query.limit).map((place) => bookingAt(place, reading)),
    freshness: { lastEventAt: store?.lastAt ?? null, answeredAt: clock.now },
    rowsRead: usage.rowsRead - rowsRead,
    bytesRead: usage.bytesRead - bytesRead,
    durationMs: clock.elapsed() - started,
    warnings: rebuildingWarning(store),
  };
}

function chosenOf(rows: OrderRows, mask: Mask, kind: ParsedBookingsQuery['kind']): Mask {
  const { isOrder } = rows.orders.postings;
  return kind === 'all' ? mask : mask.map((chosen, posting) => chosen & (isOrder[posting] ?? 0));
}

function countOf(mask: Mask): number {
  let count = 0;
  for (const chosen of mask) count += chosen;
  return count;
}

interface Chosen {
  readonly rows: OrderRows;
  readonly mask: Mask;
}

/** Days are gone through backwards, and only as far as the list reaches. A busy day has several parts. */
function latest(chosen: readonly Chosen[], offset: number, limit: number): Place[] {
  const byDay = [...Map.groupBy(chosen, ({ rows }) => rows.orders.day)].toSorted(([a], [b]) =>
    a < b ? 1 : -1,
  );
  const found: Place[] = [];
  for (const [, parts] of byDay) {
    found.push(...parts.flatMap(placesIn).toSorted(laterFirst));
    if (found.length >= offset + limit) break;
  }
  return found.slice(offset, offset + limit);
}

function placesIn({ rows, mask }: Chosen): Place[] {
  const places: Place[] = [];
  const { at } = rows.orders.postings;
  for (let posting = 0; posting < mask.length; posting += 1) {
    if (mask[posting] === 1) places.push({ rows, posting, at: at[posting] ?? 0 });
  }
  return places;
}

/** By order id where two came at the same moment, so that pages do not overlap. */
function laterFirst(a: Place, b: Place): number {
  return b.at - a.at || (orderAt(a) < orderAt(b) ? -1 : 1);
}

function orderAt({ rows, posting }: Place): string {
  return valueAt(rows.orders.postings.order, posting);
}

function bookingAt(place: Place, reading: Reading): Booking {
  const { rows, posting, at } = place;
  const { postings } = rows.orders;
  const number = (column: ArrayLike<number>) => column[posting] ?? 0;
  const told = (dimension: VisitDimension) =>
    reading.names(dimension).name(rows.idsOf(dimension).of[posting] ?? 0);
  return {
    order: orderAt(place),
    isOrder: number(postings.isOrder) === 1,
    at,
    currency: valueAt(postings.currency, posting),
    units: number(postings.units),
    gross: number(postings.gross),
    discounts: number(postings.discount),
    returns: number(postings.returns),
    adjustments: number(postings.adjustment),
    taxes: number(postings.tax),
    shipping: number(postings.shipping),
    channel: told('channel'),
    source: told('source'),
    device: told('device'),
    country: told('country'),
    city: told('city'),
    customer: kindOf(valueAt(postings.customerKind, posting)),
    products: productsOf(place, reading),
  };
}

function kindOf(word: string): Booking['customer'] {
  return word === 'new' || word === 'returning' ? word : '';
}

function productsOf({ rows, posting }: Place, reading: Reading): Booking['products'] {
  const { postings, lines } = rows.orders;
  const products: Booking['products'][number][] = [];
  for (
    let line = postings.linesFrom[posting] ?? 0;
    line < (postings.linesFrom[posting + 1] ?? 0);
    line += 1
  ) {
    const product = valueAt(lines.product, line);
    if (product === '') continue;
    const name = reading.from.products().get(product)?.name ?? '';
    products.push({ product, name, units: lines.units[line] ?? 0 });
  }
  return products;
}
