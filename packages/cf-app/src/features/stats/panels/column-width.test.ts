import type { StatsRow } from '@layerkick/stats/query';
import { expect, test } from 'vitest';
import { columnWidth } from './column-width.ts';

const row = (net_sales: number | null): StatsRow => ({
  dimensions: ['x'],
  metrics: { net_sales },
  before: null,
});
const query = { currency: 'EUR' };

test('is as wide as its longest figure', () => {
  expect(columnWidth('net_sales', { rows: [row(1), row(123_456_789_00)], others: null, query })).toBe(
    '€123,456,789.00'.length,
  );
});

test('counts what is left over too', () => {
  const others = { count: 9, metrics: { net_sales: 1_000_000 }, before: null };
  expect(columnWidth('net_sales', { rows: [row(1)], others, query })).toBe('€10,000.00'.length);
});

test('is never narrower than its heading', () => {
  expect(columnWidth('net_sales', { rows: [row(null)], others: null, query })).toBe(8);
});
