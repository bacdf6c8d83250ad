import { describe, expect, test } from 'vitest';
import { formatAxis, formatMetric, formatPoints } from './value.ts';

describe('figures', () => {
  test('money has all its minor units and the currency’s own symbol', () => {
    expect(formatMetric('net_sales', 4_821_460, 'EUR')).toBe('€48,214.60');
    expect(formatMetric('net_sales', 120, 'GBP')).toBe('£1.20');
    expect(formatMetric('net_sales', 120, 'USD')).toBe('$1.20');
    expect(formatMetric('net_sales', 1200, 'JPY')).toBe('¥1,200');
  });

  test('less than nothing has a true minus before the symbol', () => {
    expect(formatMetric('net_sales', -134_400, 'EUR')).toBe('−€1,344.00');
    expect(formatMetric('orders', -3, 'EUR')).toBe('−3');
  });

  test('what rounds to zero is not negative', () => {
    expect(formatPoints(-0.001, 2)).toBe('0.00\u202fpp');
  });

  test('rates are per cent with a narrow space', () => {
    expect(formatMetric('conversion_rate', 0.0231, 'EUR')).toBe('2.31\u202f%');
  });

  test('zero is a value, not known is a dash', () => {
    expect(formatMetric('orders', 0, 'EUR')).toBe('0');
    expect(formatMetric('average_order_value', null, 'EUR')).toBe('–');
    expect(formatMetric('visitors', undefined, 'EUR')).toBe('–');
  });

  test('durations read as minutes and seconds', () => {
    expect(formatMetric('visit_duration', 59.6, 'EUR')).toBe('1\u202fmin 0\u202fs');
    expect(formatMetric('visit_duration', 42, 'EUR')).toBe('42\u202fs');
  });
});

describe('axes', () => {
  test('have no minor units, and are short when numbers get long', () => {
    expect(formatAxis('net_sales', 250_000, 250_000, 'EUR')).toBe('€2,500');
    expect(formatAxis('sessions', 1_500_000, 2_000_000, 'EUR')).toBe('1.5m');
    expect(formatAxis('net_sales', -50_000, 50_000, 'EUR')).toBe('−€500');
    expect(formatAxis('conversion_rate', 0.025, 0.03, 'EUR')).toBe('2.5\u202f%');
  });

  test('are all in thousands or none', () => {
    const labels = [0, 8_000_000, 12_000_000].map((value) =>
      formatAxis('net_sales', value, 12_000_000, 'EUR'),
    );
    expect(labels).toEqual(['€0', '€80k', '€120k']);
  });
});
