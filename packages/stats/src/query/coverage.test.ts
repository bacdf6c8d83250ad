import { beforeEach, expect, test } from 'vitest';
import { continueRebuild } from '../archive/rebuild.ts';
import { migrate } from '../schema.ts';
import type { LedgerEntryInput } from '../orders/ledger-entry.ts';
import type { StatsAnswer, StatsQuery } from '../query.ts';
import { batchOf } from '../testing/batch.ts';
import { MeasuredStore } from '../testing/measured-store.ts';
import { MemoryArchive } from '../testing/memory-archive.ts';

const RANGE = { from: '2026-11-18', to: '2026-11-20' };
let store: MeasuredStore;

function told(order: string, at: string, more: Partial<LedgerEntryInput> = {}): void {
  store.record({
    id: `sale-${order}`,
    kind: 'sale',
    order,
    at: Date.parse(at),
    currency: 'EUR',
    gross: 1000,
    source: 'server',
    ...more,
  });
}

const bought = (order: string, at: string) =>
  store.append(batchOf({ at, events: [{}, { name: 'purchase', transaction_id: order }] }));

const ask = (query: Partial<StatsQuery> = {}): StatsAnswer =>
  store.ask({ metrics: ['shop_orders', 'coverage'], range: RANGE, ...query });
const rows = (dimension: NonNullable<StatsQuery['dimensions']>[number]) =>
  ask({ dimensions: [dimension] }).rows.map(({ dimensions, metrics }) => [
    ...dimensions,
    metrics.shop_orders,
    metrics.coverage,
  ]);

beforeEach(() => {
  store = new MeasuredStore({}, '2026-11-21T12:00:00Z');
  told('1', '2026-11-18T10:00:00Z', { country: 'DE', browser: 'Chrome' });
  bought('1', '2026-11-18T10:00:05Z');
  told('2', '2026-11-18T11:00:00Z', { country: 'AT', browser: 'Safari' });
  // The browser tells first, and the shop's server does not say with what.
  bought('3', '2026-11-19T09:00:00Z');
  told('3', '2026-11-19T09:00:10Z', { country: 'DE' });
  // Nobody could have seen these, or the server has told of none.
  told('4', '2026-11-19T10:00:00Z', { online: false });
  told('5', '2026-11-19T11:00:00Z', { source: 'import' });
  bought('6', '2026-11-19T12:00:00Z');
  store.fold();
});

test('of the online orders that the shop’s server told of, how many a browser told of', () => {
  expect(ask().totals).toEqual({ shop_orders: 3, coverage: 2 / 3 });
  expect(ask({ range: { from: '2026-11-20', to: '2026-11-20' } }).totals).toEqual({
    shop_orders: 0,
    coverage: null,
  });
});

test('by day, by the country of the order, and by the browser that it was placed with', () => {
  expect(ask({ interval: 'day' }).series?.map(({ metrics }) => metrics.coverage)).toEqual([0.5, 1, null]);
  expect(rows('country').filter(([, orders]) => orders !== 0)).toEqual([
    ['DE', 2, 1],
    ['AT', 1, 0],
  ]);
  // Where the order says nothing it is the browser of the visit, which has told of it.
  expect(rows('browser').filter(([, orders]) => orders !== 0)).toEqual([
    ['Chrome', 1, 1],
    ['Firefox', 1, 1],
    ['Safari', 1, 0],
  ]);
});

test('not by anything that only a visit has, since what no browser told of has none', () => {
  const { rows: channels, warnings } = ask({ dimensions: ['channel'] });
  expect(channels.map(({ metrics }) => metrics.coverage)).toEqual(channels.map(() => null));
  expect(warnings.map(({ code }) => code)).toEqual(['metric_without_dimension']);
});

test('a store from before knows of its orders after it has read its ledger anew', async () => {
  const before = ask().totals;
  // As version 13 left it.
  store.db.run('DROP TABLE imported_day');
  store.db.run('UPDATE schema_version SET version = 13');
  migrate(store.db);
  store.restart();
  expect(ask().warnings.map(({ code }) => code)).toEqual(['rebuilding']);
  while (await continueRebuild(store.engine, new MemoryArchive(), store.now));
  expect(ask()).toMatchObject({ totals: before, warnings: [] });
});
