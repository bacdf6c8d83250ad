import { beforeEach, expect, test } from 'vitest';
import type { Filter } from '../query.ts';
import { MeasuredStore } from '../testing/measured-store.ts';
import { batches, ENTRIES, NOW, RANGE } from '../testing/small-history.ts';

let store: MeasuredStore;
beforeEach(() => {
  store = new MeasuredStore({}, NOW);
  store.append(...batches());
  store.record(...ENTRIES);
});

const country = (...values: string[]): Filter => ({ dimension: 'country', op: 'in', values });
const fromGoogle: Filter = { dimension: 'source', op: 'is', values: ['Google'] };
const sawPots: Filter = { dimension: 'page', op: 'is', values: ['/pots'] };
const withPot: Filter = { dimension: 'product', op: 'prefix', values: ['po'] };

// Ann (DE) and Cy (US) come from Google, Ben (FR) comes twice; Ann's order is 1001, Cy's 1002, and 1004 (AT) has no visit.
test.each<[string, Filter[], number, number]>([
  ['in a list', [country('FR', 'US')], 3, 1],
  ['or', [{ or: [country('FR'), fromGoogle] }], 4, 2],
  ['and', [{ and: [fromGoogle, sawPots] }], 1, 1],
  ['a list, which is an and', [fromGoogle, sawPots], 1, 1],
  ['not', [{ not: fromGoogle }], 2, 1],
  ['not one of several', [{ not: { or: [country('AT'), fromGoogle] } }], 2, 0],
  ['not both', [{ not: { and: [fromGoogle, sawPots] } }], 3, 2],
  ['not not', [{ not: { not: sawPots } }], 2, 1],
  ['a page or a product', [{ or: [sawPots, withPot] }], 2, 1],
  ['a page and not a product', [sawPots, { not: withPot }], 0, 0],
  ['three levels', [{ or: [{ and: [sawPots, { not: fromGoogle }] }, country('AT', 'US')] }], 2, 2],
])('%s', (_, filters, sessions, orders) => {
  expect(store.ask({ metrics: ['sessions', 'orders'], range: RANGE, filters }).totals).toEqual({
    sessions,
    orders,
  });
});

test('what a filter leaves out is what its opposite keeps', () => {
  const tree: Filter = { or: [{ and: [fromGoogle, { not: sawPots }] }, withPot] };
  const metrics = ['sessions', 'page_views', 'orders', 'net_sales', 'product_views'] as const;
  const all = store.ask({ metrics: [...metrics], range: RANGE }).totals;
  const kept = store.ask({ metrics: [...metrics], range: RANGE, filters: [tree] }).totals;
  const left = store.ask({ metrics: [...metrics], range: RANGE, filters: [{ not: tree }] }).totals;
  for (const metric of metrics) expect((kept[metric] ?? 0) + (left[metric] ?? 0)).toBe(all[metric]);
});
