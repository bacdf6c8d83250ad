import { beforeEach, describe, expect, test } from 'vitest';
import { METRIC_IDS, type MetricId } from '../metrics.ts';
import { DIMENSIONS, type Filter, type StatsQuery } from '../query.ts';
import { batchOf } from '../testing/batch.ts';
import { MeasuredStore } from '../testing/measured-store.ts';
import { batches, ENTRIES, NOW, RANGE, ROWS, TOTALS } from '../testing/small-history.ts';

/** What adds up over the values of a dimension that a visit or order has one of. */
const ADDITIVE: readonly MetricId[] = [
  'sessions',
  'page_views',
  'product_views',
  'add_to_carts',
  'checkouts',
  'events',
  'orders',
  'units',
  'gross_sales',
  'discounts',
  'returns',
  'adjustments',
  'net_sales',
  'taxes',
  'shipping',
  'total_sales',
];
const COLUMNS: MetricId[] = ['sessions', 'visitors', 'page_views', 'orders', 'net_sales'];

let store: MeasuredStore;
beforeEach(() => {
  store = new MeasuredStore({}, NOW);
  store.append(...batches());
  store.record(...ENTRIES);
});

const totalsWith = (metrics: MetricId[], ...filters: Filter[]) =>
  store.ask({ metrics, range: RANGE, filters }).totals;

const warningsOf = (query: Omit<StatsQuery, 'range'>) =>
  store.ask({ ...query, range: RANGE }).warnings.map(({ code }) => code);

const channelsByConversion = (direction: 'asc' | 'desc') =>
  store
    .ask({
      metrics: ['sessions', 'orders'],
      range: RANGE,
      dimensions: ['channel'],
      orderBy: { metric: 'conversion_rate', direction },
    })
    .rows.map(({ dimensions }) => dimensions[0]);

const hugeOrders = (currency: string) =>
  Array.from({ length: 10 }, (_, index) => ({
    name: 'purchase',
    transaction_id: `${currency}-${index}`,
    currency,
    items: [{ item_id: 'pot', price: 1e11, quantity: 1e5 }],
  }));

test('amounts that no 64 bits hold hide nothing else', () => {
  const strangers = new MeasuredStore({}, NOW);
  strangers.append(batchOf({ at: NOW, events: [...hugeOrders('EUR'), ...hugeOrders('USD')] }));
  const { totals, warnings } = strangers.ask({ metrics: ['orders', 'net_sales'], range: 'today' });
  expect(totals).toEqual({ orders: 20, net_sales: 1e19 });
  expect(warnings[0]?.amounts).toEqual([{ currency: 'USD', orders: 10, netSales: 1e19 }]);
});

describe('totals', () => {
  test.each(METRIC_IDS)('of %s are what counting by hand gives', (metric) => {
    expect(store.ask({ metrics: [metric], range: RANGE }).totals).toEqual({ [metric]: TOTALS[metric] });
  });

  test('of ratios are not known where there is nothing to divide by', () => {
    const ratios: MetricId[] = [
      'conversion_rate',
      'bounce_rate',
      'views_per_session',
      'visit_duration',
      'average_order_value',
    ];
    const { totals } = store.ask({ metrics: ratios, range: { from: '2026-01-01', to: '2026-01-31' } });
    expect(Object.values(totals)).toEqual([null, null, null, null, null]);
  });

  test('contain automated traffic only where it is asked for', () => {
    const metrics: MetricId[] = ['sessions', 'orders', 'net_sales', 'page_views'];
    expect(store.ask({ metrics, range: RANGE, bots: true }).totals).toEqual({
      sessions: 5,
      orders: 4,
      net_sales: 4150,
      page_views: 8,
    });
  });
});

describe('rows', () => {
  test.each(DIMENSIONS)('by %s are what counting by hand gives', (dimension) => {
    const { rows, rowCount, others } = store.ask({
      metrics: COLUMNS,
      range: RANGE,
      dimensions: [dimension],
      orderBy: { metric: 'sessions', direction: 'desc' },
    });
    expect(
      rows.map(({ dimensions, metrics }) => [...dimensions, ...COLUMNS.map((id) => metrics[id])]),
    ).toEqual(ROWS[dimension]);
    expect(rowCount).toBe(ROWS[dimension].length);
    expect(others).toBeNull();
  });

  test.each(DIMENSIONS)('by %s, with all others, add up to the totals wherever they can', (dimension) => {
    for (const metric of ADDITIVE) {
      const { rows, others, totals, rowCount, warnings } = store.ask({
        metrics: [metric],
        range: RANGE,
        dimensions: [dimension],
        limit: 1,
        offset: 1,
      });
      if (warnings.some(({ code }) => code === 'not_additive' || code === 'metric_without_dimension'))
        continue;
      const parts = [...rows.map((row) => row.metrics[metric]), others?.metrics[metric]];
      expect(parts.reduce<number>((sum, part) => sum + (part ?? 0), 0)).toBe(totals[metric]);
      expect(rows.length + (others?.count ?? 0)).toBe(rowCount);
    }
  });

  test('of all others count nobody twice', () => {
    const { others: beyondFirst } = store.ask({
      metrics: ['visitors'],
      range: RANGE,
      dimensions: ['channel'],
      limit: 1,
    });
    // Ben came directly and from the newsletter.
    expect(beyondFirst).toEqual({ count: 2, metrics: { visitors: 1 }, before: null });
    const { others: otherPages } = store.ask({
      metrics: ['sessions', 'visitors', 'page_views'],
      range: RANGE,
      dimensions: ['page'],
      limit: 1,
    });
    expect(otherPages).toEqual({
      count: 2,
      metrics: { sessions: 3, visitors: 3, page_views: 4 },
      before: null,
    });
    const { others: otherProducts } = store.ask({
      metrics: ['orders', 'units'],
      range: RANGE,
      dimensions: ['product'],
      limit: 1,
      offset: 1,
      orderBy: { metric: 'units', direction: 'desc' },
    });
    expect(otherProducts).toEqual({ count: 3, metrics: { orders: 1, units: 3 }, before: null });
  });

  test('by product have all that a line has, and its latest name', () => {
    const metrics: MetricId[] = [
      'gross_sales',
      'product_views',
      'add_to_carts',
      'units',
      'discounts',
      'returns',
    ];
    const { rows } = store.ask({ metrics, range: RANGE, dimensions: ['product'], limit: 2 });
    expect(rows).toEqual([
      {
        dimensions: ['pot'],
        label: 'Pot',
        metrics: {
          gross_sales: 4000,
          product_views: 2,
          add_to_carts: 1,
          units: 2,
          discounts: 400,
          returns: 1800,
        },
        before: null,
      },
      {
        dimensions: ['jar'],
        label: 'Jar',
        metrics: { gross_sales: 1000, product_views: 0, add_to_carts: 0, units: 1, discounts: 0, returns: 0 },
        before: null,
      },
    ]);
  });

  test('are ordered as asked, equal ones by name, unknown ones last', () => {
    expect(channelsByConversion('desc')).toEqual(['Organic Search', 'Direct', 'Email', '']);
    expect(channelsByConversion('asc')).toEqual(['Direct', 'Email', 'Organic Search', '']);
  });
});

describe('comparison', () => {
  test('is with as many days before, row by row', () => {
    const answer = store.ask({
      metrics: ['sessions', 'visitors'],
      range: RANGE,
      compare: 'previous',
      interval: 'day',
      dimensions: ['channel'],
      limit: 1,
    });
    expect(answer.query.compare).toEqual({ from: '2026-11-15', to: '2026-11-17' });
    expect(answer.totalsBefore).toEqual({ sessions: 1, visitors: 1 });
    expect(answer.seriesBefore?.map(({ metrics }) => metrics.sessions)).toEqual([0, 0, 1]);
    expect(answer.rows).toMatchObject([
      { dimensions: ['Organic Search'], before: { sessions: 0, visitors: 0 } },
    ]);
    expect(answer.others?.before).toEqual({ sessions: 1, visitors: 1 });
  });

  test('is with the days asked for', () => {
    const compare = { from: '2026-11-17', to: '2026-11-18' };
    expect(store.ask({ metrics: ['sessions'], range: RANGE, compare }).totalsBefore).toEqual({ sessions: 4 });
  });
});

describe('filters', () => {
  test.each<[string, Filter[], number, number]>([
    ['is', [{ dimension: 'country', op: 'is', values: ['FR', 'US'] }], 3, 1],
    ['is not', [{ dimension: 'country', op: 'is_not', values: ['FR', 'US'] }], 1, 2],
    ['contains', [{ dimension: 'channel', op: 'contains', values: ['Search', 'mail'] }], 3, 2],
    ['prefix', [{ dimension: 'landing_page', op: 'prefix', values: ['/po'] }], 1, 0],
    [
      'characters with a meaning elsewhere',
      [{ dimension: 'page', op: 'contains', values: ['%', '_'] }],
      0,
      0,
    ],
    ['not known', [{ dimension: 'source', op: 'is', values: [''] }], 1, 1],
    ['quotes', [{ dimension: 'source', op: 'is', values: [`' OR 1=1 --`] }], 0, 0],
    [
      'all of several',
      [
        { dimension: 'source', op: 'is', values: ['Google'] },
        { dimension: 'country', op: 'is_not', values: ['US'] },
      ],
      1,
      1,
    ],
    ['a page that visits saw', [{ dimension: 'page', op: 'is', values: ['/pots'] }], 2, 1],
    ['a page that visits did not see', [{ dimension: 'page', op: 'is_not', values: ['/pots'] }], 2, 2],
    ['a product looked at or bought', [{ dimension: 'product', op: 'is', values: ['pot'] }], 2, 1],
    [
      'a product neither looked at nor bought',
      [{ dimension: 'product', op: 'is_not', values: ['pot'] }],
      2,
      2,
    ],
    ['a product by its name', [{ dimension: 'product', op: 'contains', values: ['Ja'] }], 0, 1],
  ])('%s', (_, filters, sessions, orders) => {
    expect(totalsWith(['sessions', 'orders'], ...filters)).toEqual({ sessions, orders });
  });

  test('hold for everything that belongs to a visit or an order', () => {
    const sawLids: Filter = { dimension: 'page', op: 'is', values: ['/lids'] };
    expect(totalsWith(['page_views', 'product_views', 'visitors', 'add_to_carts'], sawLids)).toEqual({
      page_views: 4,
      product_views: 2,
      visitors: 2,
      add_to_carts: 0,
    });
    const withLid: Filter = { dimension: 'product', op: 'is', values: ['lid'] };
    expect(totalsWith(['gross_sales', 'returns', 'checkouts'], withLid)).toEqual({
      gross_sales: 4450,
      returns: 1800,
      checkouts: 0,
    });
  });

  test.each(DIMENSIONS)('on %s split the totals in two', (dimension) => {
    const values = [String(ROWS[dimension][0]?.[0])];
    for (const metric of ADDITIVE) {
      const inside = totalsWith([metric], { dimension, op: 'is', values })[metric];
      const outside = totalsWith([metric], { dimension, op: 'is_not', values })[metric];
      expect((inside ?? 0) + (outside ?? 0)).toBe(TOTALS[metric]);
    }
  });
});

describe('warnings', () => {
  test('list amounts in other currencies with any amount of money, and with nothing else', () => {
    expect(store.ask({ metrics: ['orders', 'net_sales'], range: RANGE }).warnings).toEqual([
      {
        code: 'foreign_currency',
        message: 'Amounts in other currencies are not included: net sales of 30.00 USD in 1 order.',
        amounts: [{ currency: 'USD', orders: 1, netSales: 3000 }],
      },
    ]);
    expect(warningsOf({ metrics: ['orders', 'sessions'] })).toEqual([]);
    expect(
      warningsOf({ metrics: ['net_sales'], filters: [{ dimension: 'country', op: 'is', values: ['AT'] }] }),
    ).toEqual([]);
  });

  test('say what does not add up and what cannot be told', () => {
    expect(warningsOf({ metrics: ['visitors'], dimensions: ['source'] })).toEqual(['not_additive']);
    expect(warningsOf({ metrics: ['sessions', 'orders'], dimensions: ['page'] })).toEqual([
      'not_additive',
      'metric_without_dimension',
    ]);
    expect(warningsOf({ metrics: ['units', 'orders', 'checkouts'], dimensions: ['product'] })).toEqual([
      'not_additive',
      'metric_without_dimension',
    ]);
    expect(warningsOf({ metrics: ['visitors'], interval: 'hour' })).toEqual(['not_additive']);
    expect(warningsOf({ metrics: ['visitors', 'sessions'], interval: 'day' })).toEqual([]);
  });
});

describe('the series', () => {
  test.each(['hour', 'day', 'week', 'month'] as const)('by %s adds up to the totals', (interval) => {
    const { series, totals } = store.ask({ metrics: [...ADDITIVE], range: '90d', interval });
    for (const metric of ADDITIVE) {
      expect(series?.reduce((sum, point) => sum + (point.metrics[metric] ?? 0), 0)).toBe(totals[metric]);
    }
  });
});

describe('an empty store', () => {
  test('answers zeros, nothing and today', () => {
    const empty = new MeasuredStore({}, NOW);
    expect(
      empty.ask({
        metrics: ['sessions', 'net_sales'],
        range: 'all',
        dimensions: ['source'],
        interval: 'day',
      }),
    ).toMatchObject({
      query: { range: { from: '2026-11-21', to: '2026-11-21' } },
      totals: { sessions: 0, net_sales: 0 },
      rows: [],
      rowCount: 0,
      others: null,
      series: [{ day: '2026-11-21', unfinished: true }],
      freshness: { lastEventAt: null, answeredAt: Date.parse(NOW) },
      warnings: [],
    });
  });
});

test('answers say what was asked, resolved to days', () => {
  const { query } = store.ask({ metrics: ['sessions'], range: '7d', interval: 'hour' });
  expect(query).toEqual({
    metrics: ['sessions'],
    range: { from: '2026-11-15', to: '2026-11-21' },
    compare: null,
    interval: 'hour',
    dimensions: [],
    filters: [],
    limit: 10,
    offset: 0,
    bots: false,
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
  });
});

test('a range too long for hours is told by day, with a warning', () => {
  const { query, warnings } = store.ask({
    metrics: ['sessions'],
    range: { from: '2026-01-01', to: '2026-11-21' },
    interval: 'hour',
  });
  expect([query.interval, warnings.map(({ code }) => code)]).toEqual(['day', ['interval_coarsened']]);
});

test('everything since the first event is all there is', () => {
  const later = batchOf({ at: NOW });
  store.append(later);
  const { query, freshness } = store.ask({ metrics: ['sessions'], range: 'all' });
  expect(query.range).toEqual({ from: '2026-11-17', to: '2026-11-21' });
  expect(freshness.lastEventAt).toBe(later.received);
});
