import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Explanations } from './explanations.tsx';

const totals = {
  gross_sales: 50_902_10,
  discounts: 1_344_00,
  returns: 1_343_50,
  adjustments: 0,
  net_sales: 48_214_60,
  sessions: 10,
};

test('net sales show the sum that makes them', () => {
  const text = textOf('net_sales');
  expect(text).toContain('Gross sales €50,902.10');
  expect(text).toContain('Discounts −€1,344.00');
  expect(text).toContain('Returns −€1,343.50');
  expect(text).toContain('Net sales €48,214.60');
});

test('every figure says what it is and how it is made', () => {
  expect(textOf('sessions')).toContain('30 minutes without activity');
  expect(textOf('conversion_rate')).toContain('= sessions with an order ÷ sessions');
});

function textOf(metric: 'net_sales' | 'sessions' | 'conversion_rate'): string {
  const html = renderToStaticMarkup(<Explanations metrics={[metric]} totals={totals} currency="EUR" />);
  return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}
