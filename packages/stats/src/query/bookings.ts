import { netAt } from '../orders/day-orders.ts';
import type { Booking, BookingOrder, BookingsAnswer, ParsedBookingsQuery } from '../bookings.ts';
import { valueAt } from '../columns/coded.ts';
import type { VisitDimension } from '../days/visit-dimensions.ts';
import type { StoreSettings } from '../store.ts';
import { TimeZone } from '../time-zone.ts';
import { rangesOf } from './ranges.ts';
import type { AnswerClock, Sources } from './answer.ts';
import { Figures } from './figures.ts';
import { countOf } from './scan/few.ts';
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
  const found = finder(query.find, reading);
  const chosen = reading
    .orders(range)
    .map((rows) => ({ rows, mask: found(rows, chosenOf(rows, rows.postings(choice), query.kind)) }));
  return {
    query: { ...query, range, timeZone, currency: given.currency },
    count: chosen.reduce((sum, { mask }) => sum + countOf(mask), 0),
    bookings: inOrder(chosen, query).map((place) => bookingAt(place, reading)),
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

interface Chosen {
  readonly rows: OrderRows;
  readonly mask: Mask;
}

/** Leaves those that have a text in their order's id or in one of their products. */
function finder(find: string, reading: Reading): (rows: OrderRows, mask: Mask) => Mask {
  const wanted = find.trim().toLowerCase();
  if (wanted === '') return (_, mask) => mask;
  const hasIt = (text: string) => text.toLowerCase().includes(wanted);
  const products = new Map<string, boolean>();
  const isProduct = (product: string) => {
    const known = products.get(product);
    if (known !== undefined) return known;
    const found = hasIt(product) || hasIt(reading.from.products().get(product)?.name ?? '');
    products.set(product, found);
    return found;
  };
  return ({ orders: { postings, lines } }, mask) =>
    mask.map((chosen, posting) => {
      if (chosen === 0) return 0;
      if (hasIt(valueAt(postings.order, posting))) return 1;
      const end = postings.linesFrom[posting + 1] ?? 0;
      for (let line = postings.linesFrom[posting] ?? 0; line < end; line += 1)
        if (isProduct(valueAt(lines.product, line))) return 1;
      return 0;
    });
}

function inOrder(chosen: readonly Chosen[], { orderBy, offset, limit }: ParsedBookingsQuery): Place[] {
  const way = orderBy.direction === 'desc' ? 1 : -1;
  if (orderBy.field === 'at') return byTime(chosen, way, offset + limit).slice(offset, offset + limit);
  const { field } = orderBy;
  return chosen
    .flatMap(placesIn)
    .map((place) => ({ place, amount: amountAt(place, field) }))
    .toSorted((a, b) => way * (b.amount - a.amount) || laterFirst(a.place, b.place))
    .slice(offset, offset + limit)
    .map(({ place }) => place);
}

/** Days are gone through one after the other, and only as far as the list reaches. A busy day has several parts. */
function byTime(chosen: readonly Chosen[], way: 1 | -1, reach: number): Place[] {
  const days = [...Map.groupBy(chosen, ({ rows }) => rows.orders.day)].toSorted(
    ([a], [b]) => way * (a < b ? 1 : -1),
  );
  const found: Place[] = [];
  for (const [, parts] of days) {
    found.push(...parts.flatMap(placesIn).toSorted((a, b) => way * laterFirst(a, b)));
    if (found.length >= reach) break;
  }
  return found;
}

function amountAt({ rows, posting }: Place, field: Exclude<BookingOrder, 'at'>): number {
  const { postings } = rows.orders;
  const { units, gross, discount, returns } = postings;
  const at = (column: ArrayLike<number>) => column[posting] ?? 0;
  switch (field) {
    case 'units':
      return at(units);
    case 'gross':
      return at(gross);
    case 'discounts':
      return at(discount);
    case 'returns':
      return at(returns);
    case 'net':
      return netAt(postings, posting);
  }
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
  if (a.at !== b.at) return b.at - a.at;
  const [one, other] = [orderAt(a), orderAt(b)];
  return one === other ? 0 : one < other ? -1 : 1;
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
