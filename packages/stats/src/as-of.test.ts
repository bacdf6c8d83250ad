import { beforeEach, describe, expect, test } from 'vitest';
import type { LedgerEntryInput } from './orders/ledger-entry.ts';
import type { StatsQuery } from './query.ts';
import { allAnswers } from './testing/all-answers.ts';
import { batchOf } from './testing/batch.ts';
import { MeasuredStore } from './testing/measured-store.ts';

const metrics = ['orders', 'net_sales', 'returns', 'conversion_rate'] as const;
const question: StatsQuery = { metrics: [...metrics], range: { from: '2026-11-18', to: '2026-11-18' } };
const at = Date.parse('2026-11-18T12:00:00Z');
const entry = { order: '1001', at, currency: 'EUR', source: 'server' } as const;
const sale: LedgerEntryInput = { ...entry, id: 'sale', kind: 'sale', gross: 2100 };
const refund: LedgerEntryInput = { ...entry, id: 'refund', kind: 'refund', returns: 500 };

const bought = { orders: 1, net_sales: 2000, returns: 0, conversion_rate: 1 };
const confirmed = { orders: 1, net_sales: 2100, returns: 0, conversion_rate: 1 };
const returned = { orders: 1, net_sales: 1600, returns: 500, conversion_rate: 1 };

let store: MeasuredStore;
beforeEach(() => {
  // A purchase on the 18th that the shop confirms with its own amount on the 19th and takes back in part on the 20th.
  store = new MeasuredStore();
  store.append(
    batchOf({
      at: '2026-11-18T12:00:00Z',
      events: [{}, { name: 'purchase', transaction_id: '1001', value: 20 }],
    }),
  );
  store.now = Date.parse('2026-11-18T12:00:05Z');
  store.fold();
  store.now = Date.parse('2026-11-19T09:00:00Z');
  store.record(sale);
  store.now = Date.parse('2026-11-20T23:30:00Z');
  store.record(refund);
});

describe('a report as of', () => {
  test.each([
    ['the day itself', '2026-11-18', bought],
    ['the day after', '2026-11-19', confirmed],
    // Half an hour after midnight in Berlin.
    ['the day before the refund', '2026-11-20', confirmed],
    ['the day of the refund', '2026-11-21', returned],
    ['the very moment', Date.parse('2026-11-19T09:00:00Z'), confirmed],
    ['a moment earlier', Date.parse('2026-11-19T09:00:00Z') - 1, bought],
  ])('%s knows what was known then', (_, asOf, totals) => {
    expect(store.ask({ ...question, asOf }).totals).toEqual(totals);
  });

  test('a time before anything was said has visits and no order', () => {
    const { totals } = store.ask({ ...question, asOf: 0 });
    expect(totals).toEqual({ orders: 0, net_sales: 0, returns: 0, conversion_rate: 0 });
  });

  test('leaves everything as it was', () => {
    const before = allAnswers(store);
    store.ask({ ...question, asOf: 0 });
    expect(allAnswers(store)).toEqual(before);
    expect(store.ask(question).totals).toEqual(returned);
  });

  test('is not mixed up with others of the same call', () => {
    const asked = store.askTogether([question, { ...question, asOf: '2026-11-18' }, question]);
    expect(asked.map(({ totals }) => totals)).toEqual([returned, bought, returned]);
  });
});
