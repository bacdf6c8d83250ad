import { beforeEach, expect, test } from 'vitest';
import { type BookingsQuery, bookingsQuery } from '../bookings.ts';
import { statsQuery } from '../query.ts';
import { MeasuredStore } from '../testing/measured-store.ts';
import { answerQueries } from './answer.ts';
import { answerBookings } from './bookings.ts';

let store: MeasuredStore;
let entries = 0;

const say = (order: string, at: string, more: Record<string, unknown> = {}) =>
  store.record({
    id: `entry-${(entries += 1)}`,
    kind: 'sale',
    order,
    at: Date.parse(at),
    currency: 'EUR',
    gross: 1000,
    source: 'server',
    ...more,
  });
const clock = () => ({ now: store.now, elapsed: () => 0 });
const range = { from: '2026-11-01', to: '2026-11-30' };
const ask = (query: Partial<BookingsQuery> = {}) =>
  answerBookings(
    store.engine.sources(store.settings),
    store.settings,
    bookingsQuery.parse({ range, ...query }),
    clock(),
  );

beforeEach(() => {
  store = new MeasuredStore({}, '2026-11-21T12:00:00Z');
  say('1', '2026-11-02T10:00:00Z', { lines: [{ product: 'mug', name: 'Mug', quantity: 2, gross: 1000 }] });
  say('2', '2026-11-05T10:00:00Z', { country: 'AT', discount: 100 });
  say('3', '2026-11-05T12:00:00Z');
  say('1', '2026-11-06T10:00:00Z', { kind: 'refund', gross: 0, returns: 400 });
});

test('the latest comes first, returns stand by themselves', () => {
  const { count, bookings } = ask();
  expect(count).toBe(4);
  expect(bookings.map(({ order, isOrder, gross, returns }) => [order, isOrder, gross, returns])).toEqual([
    ['1', false, 0, 400],
    ['3', true, 1000, 0],
    ['2', true, 1000, 0],
    ['1', true, 1000, 0],
  ]);
  expect(bookings.at(-1)?.products).toEqual([{ product: 'mug', name: 'Mug', units: 2 }]);
});

test('orders alone are each there once', () => {
  const { count, bookings } = ask({ kind: 'orders' });
  expect(count).toBe(3);
  expect(bookings.map(({ order }) => order)).toEqual(['3', '2', '1']);
});

test('pages follow each other without a gap', () => {
  const pages = [0, 1, 2, 3].flatMap((offset) => ask({ limit: 1, offset }).bookings);
  expect(pages).toEqual(ask().bookings);
});

test('filters choose orders', () => {
  const { count, bookings } = ask({ filters: [{ dimension: 'country', op: 'is', values: ['AT'] }] });
  expect([count, bookings.map(({ order, country }) => [order, country])]).toEqual([1, [['2', 'AT']]]);
});

test.each<[BookingsQuery['orderBy'], string[]]>([
  [{ field: 'at', direction: 'asc' }, ['1', '2', '3', '1']],
  [{ field: 'net', direction: 'desc' }, ['3', '1', '2', '1']],
  [{ field: 'net', direction: 'asc' }, ['1', '2', '3', '1']],
  [{ field: 'returns', direction: 'desc' }, ['1', '3', '2', '1']],
  [{ field: 'units', direction: 'desc' }, ['1', '1', '3', '2']],
])('in the order of %j, the latest first of equals', (orderBy, orders) => {
  expect(ask({ orderBy }).bookings.map(({ order }) => order)).toEqual(orders);
  const pages = [0, 1, 2, 3].flatMap((offset) => ask({ orderBy, limit: 1, offset }).bookings);
  expect(pages).toEqual(ask({ orderBy }).bookings);
});

test.each([
  ['3', ['3']],
  [' MUG ', ['1']],
  ['no such thing', []],
])('%j is found in ids and products', (find, orders) => {
  const { count, bookings } = ask({ find, kind: 'orders' });
  expect(bookings.map(({ order }) => order)).toEqual(orders);
  expect(count).toBe(orders.length);
});

test('they add up to the figures that they are behind', () => {
  const metrics = ['orders', 'gross_sales', 'discounts', 'returns', 'net_sales'] as const;
  const [answer] = answerQueries(
    store.engine.sources(store.settings),
    store.settings,
    [statsQuery.parse({ range, metrics: [...metrics] })],
    clock(),
  );
  const { bookings } = ask();
  const sum = (of: (booking: (typeof bookings)[number]) => number) =>
    bookings.reduce((total, booking) => total + of(booking), 0);
  expect(answer?.totals).toEqual({
    orders: sum(({ isOrder }) => Number(isOrder)),
    gross_sales: sum(({ gross }) => gross),
    discounts: sum(({ discounts }) => discounts),
    returns: sum(({ returns }) => returns),
    net_sales: sum(({ gross, discounts, returns, adjustments }) => gross - discounts - returns + adjustments),
  });
});
