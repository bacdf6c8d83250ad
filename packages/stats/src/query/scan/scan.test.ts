import { describe, expect, test } from 'vitest';
import { MemoryBudget } from '../../columns/bounded-cache.ts';
import type { Dimension, Filter } from '../../query.ts';
import { dayOrdersOf } from '../../testing/day-orders-of.ts';
import { daySegmentOf } from '../../testing/day-segment-of.ts';
import { TimeZone } from '../../time-zone.ts';
import type { Grouping } from '../grouping.ts';
import type { Measure, Source } from '../measures.ts';
import { Figures } from '../figures.ts';
import { Kept } from './kept.ts';
import { Reading } from './reading.ts';
import { scan } from './scan.ts';

const MONDAY = '2026-11-16';
const TUESDAY = '2026-11-17';

/** Ann looks at pots, later again from the newsletter, and buys. Ben goes on over midnight, and buys then. */
const ben = {
  visitor: 'ben',
  channel: 'Direct',
  country: 'FR',
  hour: 23,
  duration: 1_200_000,
};
const segments = [
  daySegmentOf(MONDAY, [
    {
      visitor: 'ann',
      channel: 'Organic Search',
      country: 'DE',
      hour: 9,
      bounced: true,
      events: [{ page: '/pots' }, { name: 'view_item', page: '/pots', views: ['pot', 'lid'] }],
    },
    {
      visitor: 'ann',
      channel: 'Email',
      country: 'DE',
      hour: 12,
      duration: 60_000,
      events: [
        { page: '/pots' },
        { page: '/pots' },
        { name: 'add_to_cart', page: '/pots', carts: ['pot'] },
        { name: 'purchase', page: '/thanks', purchase: 64 },
      ],
    },
    {
      ...ben,
      events: [
        { page: '/' },
        { page: '/lids', hour: 'elsewhere' },
        { name: 'purchase', hour: 'elsewhere', purchase: 128 },
      ],
    },
    { visitor: 'robot', bot: 'crawler', channel: 'Direct', events: [{ page: '/' }] },
  ]),
  daySegmentOf(TUESDAY, [
    {
      ...ben,
      own: false,
      events: [
        { page: '/', hour: 'elsewhere' },
        { page: '/lids', hour: 0 },
        { name: 'purchase', hour: 0, purchase: 128 },
      ],
    },
  ]),
];
const orders = [
  dayOrdersOf(
    MONDAY,
    [
      {
        order: '1001',
        isOrder: true,
        hour: 12,
        event: [64, MONDAY],
        customer: 'ann',
        customerKind: 'new',
        units: 2,
        gross: 4000,
        tax: 700,
        lines: [
          { product: 'pot', isOrder: true, units: 1, gross: 3000 },
          { product: 'lid', isOrder: true, units: 1, gross: 1000 },
        ],
      },
    ],
    [{ event: 64, order: '1001', customerKind: 'new' }],
  ),
  dayOrdersOf(
    TUESDAY,
    [
      {
        order: '1002',
        isOrder: true,
        event: [128, TUESDAY],
        currency: 'USD',
        units: 1,
        gross: 9900,
        lines: [{ product: 'jar', isOrder: true, units: 1, gross: 9900 }],
      },
      {
        order: '1001',
        hour: 8,
        event: [64, MONDAY],
        country: 'AT',
        customer: 'ann',
        customerKind: 'new',
        returns: 1000,
        lines: [{ product: 'lid', returns: 1000 }],
        contents: ['pot', 'lid'],
      },
    ],
    [{ event: 128, order: '1002' }],
  ),
];

const within =
  <Of extends { readonly day: string }>(all: readonly Of[]) =>
  (from: string, to: string) =>
    all.filter(({ day }) => from <= day && day <= to);

const figures = new Figures(
  new Reading(
    { segments: within(segments) },
    { days: within(orders), products: () => new Map([['pot', { name: 'Stock pot', collection: '' }]]) },
    TimeZone.of('Europe/Berlin'),
    new Kept(new MemoryBudget(1000)),
  ),
);

interface Asked {
  readonly filters?: readonly Filter[];
  readonly bots?: boolean;
}

/** The figure of each group that has any rows: by name, or by place in time. */
function count(
  source: Source,
  measure: Measure,
  grouping: Grouping,
  { filters = [], bots = false }: Asked = {},
) {
  const { reading } = figures;
  const selection = figures.select({ from: MONDAY, to: TUESDAY }, filters, bots, 'EUR');
  const columns = scan(reading, source, new Set([measure]), selection, grouping);
  const isTime = grouping.startsWith('each_') || grouping === 'total';
  const groups = Array.from({ length: columns.rows.length }, (_, group) => group);
  return Object.fromEntries(
    groups
      .filter((group) => columns.rows.at(group) > 0)
      .map((group) => [
        isTime ? group : reading.names(grouping as Dimension).name(group),
        columns.of(measure)?.at(group),
      ]),
  );
}

const is = (dimension: Dimension, ...values: string[]): Asked => ({
  filters: [{ dimension, op: 'is', values }],
});

describe('a visit', () => {
  test('counts on the day it began, its events on the days they happened', () => {
    expect(count('sessions', 'sessions', 'each_day')).toEqual({ 0: 3 });
    expect(count('events', 'events', 'each_day')).toEqual({ 0: 7, 1: 2 });
    expect(count('page_views', 'page_views', 'each_hour')).toEqual({ 9: 1, 12: 2, 23: 1, 24: 1 });
  });

  test('of a robot counts where robots are asked for', () => {
    expect(count('sessions', 'sessions', 'channel')).toEqual({ 'Organic Search': 1, Email: 1, Direct: 1 });
    expect(count('sessions', 'sessions', 'channel', { bots: true })).toMatchObject({ Direct: 2 });
  });

  test('has one of most things, and its visitor is counted once for each of them', () => {
    expect(count('sessions', 'visitors', 'channel')).toEqual({ 'Organic Search': 1, Email: 1, Direct: 1 });
    expect(count('sessions', 'visitors', 'country')).toEqual({ DE: 1, FR: 1 });
    expect(count('sessions', 'visitors', 'each_day')).toEqual({ 0: 2 });
  });

  test('has every page that it saw on either day, each once', () => {
    expect(count('sessions', 'sessions', 'page')).toEqual({ '/pots': 2, '/': 1, '/lids': 1 });
    expect(count('sessions', 'visitors', 'page')).toEqual({ '/pots': 1, '/': 1, '/lids': 1 });
    expect(count('page_views', 'page_views', 'page')).toEqual({ '/pots': 3, '/': 1, '/lids': 1 });
  });

  test('is converted by an order on the day after, too', () => {
    expect(count('sessions', 'converted', 'channel')).toEqual({ 'Organic Search': 0, Email: 1, Direct: 1 });
  });

  test('bounces, and lasts', () => {
    expect(count('sessions', 'bounces', 'country')).toEqual({ DE: 1, FR: 0 });
    expect(count('sessions', 'duration', 'weekday')).toEqual({ 1: 1_260_000 });
  });
});

describe('an item', () => {
  test('is of its product, its visit and its time', () => {
    expect(count('items', 'product_views', 'product')).toEqual({ pot: 1, lid: 1 });
    expect(count('items', 'add_to_carts', 'product')).toEqual({ pot: 1, lid: 0 });
    expect(count('items', 'add_to_carts', 'channel')).toEqual({ 'Organic Search': 0, Email: 1 });
    expect(count('items', 'product_views', 'hour')).toEqual({ 9: 2, 12: 0 });
  });
});

describe('an order', () => {
  test('is of the visit that led to it, whatever day that was on', () => {
    expect(count('orders', 'returns', 'channel')).toEqual({ Email: 1000, Direct: 0 });
    expect(count('orders', 'orders', 'channel')).toEqual({ Email: 1, Direct: 1 });
  });

  test('is of the country that it names itself, else of its visit’s', () => {
    expect(count('orders', 'returns', 'country')).toEqual({ DE: 0, FR: 0, AT: 1000 });
  });

  test('counts its amounts in the store’s currency only', () => {
    expect(count('orders', 'gross', 'each_day')).toEqual({ 0: 4000, 1: 0 });
    expect(count('orders', 'gross', 'product')).toEqual({ pot: 3000, lid: 1000, jar: 0 });
    expect(count('orders', 'units', 'product')).toEqual({ pot: 1, lid: 1, jar: 1 });
  });

  test('is by a customer, once over all days', () => {
    expect(count('customers', 'customers', 'total')).toEqual({ 0: 1 });
    expect(count('orders', 'orders', 'customer')).toEqual({ new: 1, '': 1 });
  });
});

describe('a filter', () => {
  test('on what a visit has chooses visits, their events and their orders', () => {
    expect(count('sessions', 'sessions', 'each_day', is('page', '/lids'))).toEqual({ 0: 1 });
    expect(count('events', 'events', 'each_day', is('page', '/lids'))).toEqual({ 0: 1, 1: 2 });
    expect(count('orders', 'orders', 'each_day', is('page', '/lids'))).toEqual({ 1: 1 });
  });

  test('on the hour chooses what happened then', () => {
    expect(count('sessions', 'sessions', 'each_day', is('hour', '0'))).toEqual({});
    expect(count('events', 'events', 'each_day', is('hour', '0'))).toEqual({ 1: 2 });
    expect(count('orders', 'returns', 'each_day', is('hour', '8'))).toEqual({ 1: 1000 });
  });

  test('on a product chooses who looked at it, and orders that contain it', () => {
    expect(count('sessions', 'sessions', 'each_day', is('product', 'pot'))).toEqual({ 0: 1 });
    expect(count('orders', 'returns', 'each_day', is('product', 'pot'))).toEqual({ 0: 0, 1: 1000 });
    const named: Asked = { filters: [{ dimension: 'product', op: 'prefix', values: ['Stock'] }] };
    expect(count('sessions', 'sessions', 'each_day', named)).toEqual({ 0: 1 });
  });

  test('on the kind of customer chooses the visits that led to such an order', () => {
    expect(count('sessions', 'sessions', 'channel', is('customer', 'new'))).toEqual({ Email: 1 });
    expect(count('sessions', 'sessions', 'channel', is('customer', ''))).toEqual({ Direct: 1 });
  });
});

test('what is not shown is counted together, whoever has several of it once', () => {
  const { from, to } = { from: MONDAY, to: TUESDAY };
  const selection = figures.select({ from, to }, [], false, 'EUR');
  const rest = (dimension: Dimension, ...shown: string[]) => {
    const of = figures.rest(['sessions', 'visitors'], selection, dimension, shown, nothing);
    return [of('sessions'), of('visitors')];
  };
  expect(rest('page', '/pots')).toEqual([1, 1]);
  expect(rest('page', '/lids')).toEqual([3, 2]);
  expect(rest('channel', 'Direct')).toEqual([2, 1]);
  expect(figures.rest(['orders'], selection, 'product', ['jar'], nothing)('orders')).toBe(1);
});

function nothing(): number {
  return 0;
}
