import { beforeAll, expect, test, vi } from 'vitest';
import { MeasuredStore } from '../testing/measured-store.ts';
import { batches, ENTRIES, NOW } from '../testing/small-history.ts';
import { askWhy } from './ask-why.ts';

const store = new MeasuredStore({}, NOW);
beforeAll(() => {
  store.append(...batches());
  store.record(...ENTRIES);
});

const ask = async (queries: Parameters<typeof store.askTogether>[0]) => store.askTogether(queries);
const days = (from: string, to = from) => ({ from, to });

test('a store says why its net sales changed, and every sum ties', async () => {
  const [asked] = store.askTogether([
    { metrics: ['net_sales'], range: days('2026-11-20'), compare: days('2026-11-18') },
  ]);
  const explained = await askWhy(ask, { range: days('2026-11-20'), compare: days('2026-11-18') });
  expect(explained).toMatchObject({ before: asked?.totalsBefore?.net_sales, after: asked?.totals.net_sales });
  expect(explained?.change).not.toBe(0);
  expect(explained?.factors.reduce((sum, { effect }) => sum + effect, 0)).toBe(explained?.change);
  for (const { effect, parts } of explained?.factors ?? []) {
    for (const told of Object.values(parts))
      expect(told.reduce((sum, part) => sum + part.effect, 0)).toBe(effect);
  }
});

test('products are told by their names', async () => {
  const explained = await askWhy(ask, { range: days('2026-11-20'), compare: days('2026-11-18') });
  const products = explained?.factors.flatMap(({ parts }) => parts.product ?? []);
  expect(products).toContainEqual(expect.objectContaining({ value: 'pot', label: 'Pot' }));
});

test('days are asked about in one call, what has a name only then in two, and both say the same', async () => {
  const together = vi.fn(ask);
  const byDays = await askWhy(together, { range: days('2026-11-20'), compare: days('2026-11-19') });
  expect(together).toHaveBeenCalledTimes(1);
  expect(byDays?.factors.length).toBeGreaterThan(0);
  const byName = await askWhy(ask, { range: days('2026-11-20'), compare: 'previous' });
  expect(byName).toEqual(byDays);
});

test('without a comparison there is nothing to say', async () => {
  expect(await askWhy(ask, { range: days('2026-11-20') })).toBeNull();
});
