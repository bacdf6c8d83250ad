import type { StatsRow } from '@layerkick/stats/query';
import { expect, test } from 'vitest';
import { barWidths, slicesOf } from './share.ts';

const rows = (...values: (number | null)[]): StatsRow[] =>
  values.map((sessions) => ({ dimensions: ['x'], metrics: { sessions }, before: null }));

test('bars are as long as their part of the largest row', () => {
  expect(barWidths(rows(200, 100, 0, null, -5), 'sessions')).toEqual([100, 50, 0, 0, 0]);
  expect(barWidths(rows(0, 0), 'sessions')).toEqual([0, 0]);
});

test('slices are parts of the whole, the rest in one', () => {
  const others = { count: 3, metrics: { sessions: 25 }, before: null };
  expect(slicesOf({ rows: rows(50, 25), others }, 'sessions')).toEqual([
    { share: 50, category: '1' },
    { share: 25, category: '2' },
    { share: 25, category: 'other' },
  ]);
});

test('of nothing there are no slices', () => {
  expect(slicesOf({ rows: rows(0, null), others: null }, 'sessions')).toEqual([]);
});
