import { beforeEach, describe, expect, test } from 'vitest';
import type { Filter, StatsAnswer, StatsQuery } from '../query.ts';
import { batchOf } from '../testing/batch.ts';
import { MeasuredStore } from '../testing/measured-store.ts';

const RANGE = { from: '2026-11-01', to: '2026-11-30' };
let store: MeasuredStore;
let entries = 0;

const order = (id: string, day: string, customer?: string, country = 'DE') =>
  store.record({
    id: `entry-${(entries += 1)}`,
    kind: 'sale',
    order: id,
    at: Date.parse(`${day}T12:00:00Z`),
    currency: 'EUR',
    gross: 1000,
    source: 'server',
    country,
    ...(customer === undefined ? {} : { customer }),
  });

const ask = (query: Partial<StatsQuery> = {}): StatsAnswer =>
  store.ask({ metrics: ['returning_customer_rate'], range: RANGE, ...query });
const rate = (query: Partial<StatsQuery> = {}) => ask(query).totals.returning_customer_rate;
const kinds = () =>
  ask({ metrics: ['orders'], dimensions: ['customer'] }).rows.map(({ dimensions, metrics }) => [
    ...dimensions,
    metrics.orders,
  ]);

const points = (interval: 'day' | 'week' | 'month') =>
  ask({ interval }).series?.flatMap(({ day, metrics }) =>
    metrics.returning_customer_rate === null ? [] : [[day, metrics.returning_customer_rate]],
  );

const totals = (op: 'is' | 'is_not', value: string) =>
  ask({
    metrics: ['sessions', 'orders'],
    filters: [{ dimension: 'customer', op, values: [value] }],
  }).totals;

beforeEach(() => {
  store = new MeasuredStore({}, '2026-12-01T12:00:00Z');
});

describe('customers', () => {
  test('are counted once however often they order, over any time', () => {
    order('1', '2026-11-02', 'ann');
    order('2', '2026-11-10', 'ann');
    order('3', '2026-11-11', 'ben');
    order('4', '2026-11-12');
    // Ann of Ann and Ben.
    expect(rate()).toBe(0.5);
    expect(points('day')).toEqual([
      ['2026-11-02', 0],
      ['2026-11-10', 1],
      ['2026-11-11', 0],
    ]);
    expect(points('week')).toEqual([
      ['2026-11-02', 0],
      ['2026-11-09', 0.5],
    ]);
    expect(points('month')).toEqual([['2026-11-01', 0.5]]);
  });

  test('return whenever their first order was, whatever is asked for', () => {
    order('1', '2020-01-01', 'ann', 'AT');
    order('2', '2026-11-10', 'ann');
    order('3', '2026-11-10', 'ben');
    const filters: Filter[] = [{ dimension: 'country', op: 'is', values: ['DE'] }];
    expect(rate({ filters })).toBe(0.5);
    expect(rate({ range: '7d' })).toBeNull();
  });

  test('are new or returning by the time of their orders, in whatever order those come', () => {
    order('2', '2026-11-10', 'ann');
    expect(kinds()).toEqual([['new', 1]]);
    order('1', '2026-11-02', 'ann');
    expect(kinds()).toEqual([
      ['new', 1],
      ['returning', 1],
    ]);
    order('3', '2026-11-02', 'ann');
    expect(kinds()).toEqual([
      ['returning', 2],
      ['new', 1],
    ]);
  });

  test('of all other countries are counted once', () => {
    order('1', '2026-11-01', 'cy', 'CH');
    order('2', '2026-11-02', 'ann', 'DE');
    order('3', '2026-11-03', 'ann', 'AT');
    order('4', '2026-11-04', 'ben', 'FR');
    const { rows, others } = ask({
      dimensions: ['country'],
      orderBy: { metric: 'returning_customer_rate', direction: 'asc' },
      limit: 1,
    });
    expect(rows.map(({ dimensions, metrics }) => [...dimensions, metrics.returning_customer_rate])).toEqual([
      ['CH', 0],
    ]);
    expect(others?.metrics).toEqual({ returning_customer_rate: 0.5 });
  });

  test('are named by whichever entry of an order names them', () => {
    const what = { order: '1', currency: 'EUR', source: 'server' } as const;
    store.record({ ...what, id: 'a', kind: 'sale', at: Date.parse('2026-11-01T12:00:00Z'), gross: 1000 });
    expect(kinds()).toEqual([['', 1]]);
    const at = Date.parse('2026-11-02T12:00:00Z');
    store.record({ ...what, id: 'b', kind: 'refund', at, returns: 100, customer: 'ann' });
    expect(kinds()).toEqual([['new', 1]]);
  });

  test('choose orders and the visits that led to them', () => {
    for (const [day, id] of [
      ['01', '1'],
      ['02', '2'],
    ] as const) {
      store.append(
        batchOf({ at: `2026-11-${day}T11:00:00Z`, events: [{}, { name: 'purchase', transaction_id: id }] }),
      );
      order(id, `2026-11-${day}`, 'ann');
    }
    store.append(batchOf({ at: '2026-11-03T11:00:00Z' }));
    expect(totals('is', 'returning')).toEqual({ sessions: 1, orders: 1 });
    expect(totals('is_not', 'returning')).toEqual({ sessions: 2, orders: 1 });
  });
});
