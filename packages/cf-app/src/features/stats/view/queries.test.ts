import { statsQuery } from '@layerkick/stats/query';
import { expect, test } from 'vitest';
import { questionsKey, questionsOf } from './queries.ts';
import type { StatsSearch } from './search.schema.ts';

test.each<StatsSearch>([
  {},
  { period: 'today', compare: 'none', metric: 'sessions' },
  { period: 'quarter', compare: 'year', country: ['DE', 'AT'], page_has: '/sale', bots: true },
  { compare_from: '2025-11-01', compare_to: '2025-11-30', channel_not: 'Direct' },
  { from: '2026-01-01', to: '2026-03-31', channel: '', product: 'SKU-1', show: 'products' },
])('asks only what the engine understands: %j', (search) => {
  for (const query of Object.values(questionsOf(search))) expect(() => statsQuery.parse(query)).not.toThrow();
});

test('every filter applies to every question', () => {
  for (const query of Object.values(questionsOf({ country: 'DE' }))) {
    expect(query.filters).toEqual([{ dimension: 'country', op: 'is', values: ['DE'] }]);
  }
});

test('an enlarged panel asks for more rows and columns, the others stay as they are', () => {
  const { products, sources } = questionsOf({ show: 'products' });
  expect(products).toMatchObject({
    limit: 100,
    metrics: ['product_views', 'units', 'gross_sales', 'net_sales'],
  });
  expect(sources.limit).toBe(7);
});

test('choosing another figure of the same kind asks nothing new', () => {
  expect(questionsKey({ metric: 'orders' })).toBe(questionsKey({}));
  expect(questionsKey({ metric: 'sessions' })).not.toBe(questionsKey({}));
});
