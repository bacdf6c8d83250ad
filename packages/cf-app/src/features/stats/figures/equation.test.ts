import { METRIC_IDS, type MetricId } from '@layerkick/stats/metrics';
import type { MetricValues } from '@layerkick/stats/query';
import { expect, test } from 'vitest';
import { equationOf, partsOf, type Term } from './equation.ts';

const totals: MetricValues = {
  gross_sales: 1_240_000,
  discounts: 31_000,
  returns: 9_500,
  adjustments: 0,
  net_sales: 1_199_500,
  taxes: 200,
  shipping: 300,
  total_sales: 1_200_000,
  orders: 100,
  average_order_value: 12_090,
  sessions: 4000,
  conversion_rate: 0.024,
  bounce_rate: 0.5,
  page_views: 10_000,
  views_per_session: 2.5,
  visit_duration: 90,
  product_views: 5000,
  view_to_order_rate: 0.02,
};

const asked = METRIC_IDS.filter((metric) => partsOf(metric).length > 0);

test.each(asked)('the formula of %s comes to its value', (metric) => {
  expect(solved(equationOf(metric, { totals, warnings: [] }) ?? [])).toBeCloseTo(
    totals[metric] ?? Number.NaN,
    6,
  );
});

test('gross 12,400.00 less discounts 310.00 less returns 95.00 is net 11,995.00', () => {
  const terms = equationOf('net_sales', { totals, warnings: [] });
  expect(terms?.map(({ sign, label, value }) => [sign, label, value])).toEqual([
    ['', 'gross_sales', 1_240_000],
    ['−', 'discounts', 31_000],
    ['−', 'returns', 9_500],
  ]);
});

test('orders in another currency are not among those that an average order is worked out of', () => {
  const warnings = [
    {
      code: 'foreign_currency',
      message: '',
      amounts: [{ currency: 'USD', orders: 20, netSales: 1 }],
    } as const,
  ];
  const own = { ...totals, average_order_value: Math.round((1_240_000 - 31_000) / 80) };
  expect(equationOf('average_order_value', { totals: own, warnings })?.at(-1)?.value).toBe(80);
});

test.each(['orders', 'sessions', 'visitors'] as const)(
  '%s are counted, not calculated',
  (metric: MetricId) => {
    expect(equationOf(metric, { totals: { [metric]: 5 }, warnings: [] })).toBeNull();
  },
);

test('what is not known has no equation', () => {
  expect(
    equationOf('conversion_rate', { totals: { sessions: 0, conversion_rate: null }, warnings: [] }),
  ).toBeNull();
});

function solved(terms: readonly Term[]): number {
  return terms.reduce((sum, { sign, value }) => {
    switch (sign) {
      case '−':
        return sum - value;
      case '÷':
        return sum / value;
      default:
        return sum + value;
    }
  }, 0);
}
