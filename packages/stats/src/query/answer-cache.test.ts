import { beforeEach, expect, test } from 'vitest';
import type { StatsQuery } from '../query.ts';
import { batchOf } from '../testing/batch.ts';
import { MeasuredStore } from '../testing/measured-store.ts';
import { batches, ENTRIES, NOW, RANGE } from '../testing/small-history.ts';

const CHANNELS: StatsQuery = {
  metrics: ['sessions', 'net_sales'],
  range: RANGE,
  dimensions: ['channel'],
  compare: 'previous',
};

let store: MeasuredStore;
beforeEach(() => {
  store = new MeasuredStore({}, NOW);
  store.append(...batches());
  store.record(...ENTRIES);
});

/** Whether what an answer says was not worked out anew: it is the very same then. */
const isKept = (query: StatsQuery, change: () => void = () => {}): boolean => {
  const { rows } = store.ask(query);
  change();
  return store.ask(query).rows === rows;
};

test('an answer about days that are over is kept', () => {
  expect(isKept(CHANNELS)).toBe(true);
  expect(isKept({ ...CHANNELS, filters: [{ dimension: 'country', op: 'is', values: ['DE'] }] })).toBe(true);
});

test('an answer about today is not', () => {
  expect(isKept({ ...CHANNELS, range: '7d' })).toBe(false);
  expect(isKept({ ...CHANNELS, compare: { from: '2026-11-01', to: '2026-11-21' } })).toBe(false);
});

test('an answer about orders as they were known is not', () => {
  expect(isKept({ ...CHANNELS, asOf: '2026-11-20' })).toBe(false);
});

test('what happens today changes nothing about days that are over', () => {
  expect(isKept(CHANNELS, () => store.append(batchOf({ at: '2026-11-21T10:00:00Z', from: 'eve' })))).toBe(
    true,
  );
});

test('a late event is counted', () => {
  const late = batchOf({ at: '2026-11-20T21:00:00Z', from: 'eve' });
  expect(isKept(CHANNELS, () => store.append(late))).toBe(false);
  expect(store.ask(CHANNELS).totals.sessions).toBe(5);
});

test('so is what is said about an order, and an order of the visit of another day', () => {
  const refund = { ...ENTRIES[1]!, id: 'another-refund', returns: 100, lines: [] };
  expect(isKept(CHANNELS, () => store.record(refund))).toBe(false);
});

test('a product’s new name is shown', () => {
  const products: StatsQuery = { metrics: ['units'], range: RANGE, dimensions: ['product'] };
  store.ask(products);
  store.append(
    batchOf({
      at: '2026-11-21T10:00:00Z',
      events: [{ name: 'view_item', items: [{ item_id: 'pot', item_name: 'Stock pot' }] }],
    }),
  );
  expect(store.ask(products).rows.map(({ label }) => label)).toContain('Stock pot');
});
