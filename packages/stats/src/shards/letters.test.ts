import { beforeEach, expect, test, vi } from 'vitest';
import { readStatus } from '../status.ts';
import { batchOf } from '../testing/batch.ts';
import { MeasuredStore } from '../testing/measured-store.ts';
import { deleteLetters, hearLetters, readLetters } from './letters.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
let first: MeasuredStore;
let second: MeasuredStore;

const purchase = (order: string, item: string) =>
  batchOf({
    at: '2026-11-20T12:00:00Z',
    from: order,
    events: [
      { name: 'view_item', items: [{ item_id: item, item_name: `A ${item}` }] },
      { name: 'purchase', transaction_id: order, value: 10, currency: 'EUR' },
    ],
  });
const hear = () => {
  const { letters } = readLetters(second.engine.db, 0);
  const isNew = hearLetters(first.engine, first.settings, letters, NOW);
  deleteLetters(second.engine.db, letters);
  return isNew;
};

beforeEach(() => {
  first = new MeasuredStore();
  second = new MeasuredStore({ shard: 1 });
  second.append(purchase('1001', 'pot'), purchase('1002', 'lid'));
  second.fold();
});

test('shard 0 learns of the orders of another one, once', () => {
  const { letters } = readLetters(second.engine.db, 0);
  expect(hearLetters(first.engine, first.settings, letters, NOW)).toBe(true);
  expect(hear()).toBe(false);
  expect(first.engine.orders.count()).toBe(2);
  expect(readLetters(second.engine.db, 0).letters).toEqual([]);
});

test('what shard 0 cannot take in keeps nothing else from being heard', () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  const append = first.engine.orders.append.bind(first.engine.orders);
  vi.spyOn(first.engine.orders, 'append').mockImplementation((zone, entries, now) => {
    if (entries.some(({ entry }) => entry.order === '1001')) throw new RangeError('Secret of a shop');
    return append(zone, entries, now);
  });
  expect(hear()).toBe(true);
  expect(first.engine.orders.count()).toBe(1);
  expect(readLetters(second.engine.db, 0).letters).toEqual([]);
  expect(readStatus(first.engine, 0).setAsideBatches).toBe(1);
  expect(logged.mock.calls.join()).toContain('"event":"letter_set_aside"');
  expect(logged.mock.calls.join()).not.toContain('Secret');
  vi.restoreAllMocks();
});
