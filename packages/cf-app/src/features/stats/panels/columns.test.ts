import type { StatsRow } from '@layerkick/stats/query';
import { describe, expect, test } from 'vitest';
import { english } from '#/features/i18n/translate.ts';
import { breakdownOf } from './catalog.ts';
import { columnsOf } from './columns.ts';

const row = (net_sales: number | null): StatsRow => ({
  dimensions: ['x'],
  metrics: { net_sales },
  before: null,
});
const query = { currency: 'EUR' };
const sources = breakdownOf('sources', {});

describe('how wide a column is', () => {
  test('is as wide as its longest figure, what is left over included', () => {
    const others = { count: 9, metrics: { net_sales: 123_456_789_00 }, before: null };
    expect(netSalesWidth({ rows: [row(1)], others, query })).toBe('€123,456,789.00'.length);
  });

  test('is never narrower than its heading', () => {
    expect(netSalesWidth({ rows: [row(null)], others: null, query })).toBe(8);
  });
});

test('the column that an enlarged panel is sorted by has room for the arrow that says so', () => {
  const nothing = { rows: [], others: null, query };
  const widths = (rank: 'net_sales' | 'orders') =>
    Object.fromEntries(
      columnsOf(nothing, { ...sources, rank }, true, english).map(({ metric, figures }) => [metric, figures]),
    );
  expect(widths('net_sales')).toMatchObject({ net_sales: 10, orders: 5 });
  expect(widths('orders')).toMatchObject({ net_sales: 8, orders: 7 });
});

describe('what stays where there is little room', () => {
  test('the column that ranks stays, the others go one after the other', () => {
    const columns = columnsOf({ rows: [], others: null, query }, sources, false, english);
    expect(columns.map(({ metric, ranks, needs }) => [metric, ranks, needs])).toEqual([
      ['sessions', false, 'much'],
      ['orders', false, 'some'],
      ['conversion_rate', false, 'much'],
      ['net_sales', true, undefined],
    ]);
  });

  test('an enlarged panel shows more of them', () => {
    expect(columnsOf({ rows: [], others: null, query }, sources, true, english)).toHaveLength(7);
  });
});

function netSalesWidth(answer: Parameters<typeof columnsOf>[0]): number | undefined {
  return columnsOf(answer, sources, false, english).at(-1)?.figures;
}
