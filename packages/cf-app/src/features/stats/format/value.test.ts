import { describe, expect, test } from 'vitest';
import { english, translator } from '#/features/i18n/translate.ts';
import { catalog } from '#/features/i18n/de.ts';
import { formatAxis, formatMetric, formatPoints } from './value.ts';

describe('figures', () => {
  test('money has all its minor units and the currency’s own symbol', () => {
    expect(formatMetric('net_sales', 4_821_460, 'EUR', english)).toBe('€48,214.60');
    expect(formatMetric('net_sales', 120, 'GBP', english)).toBe('£1.20');
    expect(formatMetric('net_sales', 120, 'USD', english)).toBe('$1.20');
    expect(formatMetric('net_sales', 1200, 'JPY', english)).toBe('¥1,200');
  });

  test('less than nothing has a true minus before the symbol', () => {
    expect(formatMetric('net_sales', -134_400, 'EUR', english)).toBe('−€1,344.00');
    expect(formatMetric('orders', -3, 'EUR', english)).toBe('−3');
  });

  test('what rounds to zero is not negative', () => {
    expect(formatPoints(-0.001, 2, english)).toBe('0.00\u202fpp');
  });

  test('rates are per cent with a narrow space', () => {
    expect(formatMetric('conversion_rate', 0.0231, 'EUR', english)).toBe('2.31\u202f%');
  });

  test('zero is a value, not known is a dash', () => {
    expect(formatMetric('orders', 0, 'EUR', english)).toBe('0');
    expect(formatMetric('average_order_value', null, 'EUR', english)).toBe('–');
    expect(formatMetric('visitors', undefined, 'EUR', english)).toBe('–');
  });

  test('durations read as minutes and seconds', () => {
    expect(formatMetric('visit_duration', 59.6, 'EUR', english)).toBe('1\u202fmin 0\u202fs');
    expect(formatMetric('visit_duration', 42, 'EUR', english)).toBe('42\u202fs');
  });
});

describe('axes', () => {
  test('have no minor units, and are short when numbers get long', () => {
    expect(formatAxis('net_sales', 250_000, 250_000, 'EUR', english)).toBe('€2,500');
    expect(formatAxis('sessions', 1_500_000, 2_000_000, 'EUR', english)).toBe('1.5m');
    expect(formatAxis('net_sales', -50_000, 50_000, 'EUR', english)).toBe('−€500');
    expect(formatAxis('conversion_rate', 0.025, 0.03, 'EUR', english)).toBe('2.5\u202f%');
  });

  test('are all in thousands or none', () => {
    const labels = [0, 8_000_000, 12_000_000].map((value) =>
      formatAxis('net_sales', value, 12_000_000, 'EUR', english),
    );
    expect(labels).toEqual(['€0', '€80k', '€120k']);
  });
});

describe('in German', () => {
  const german = translator('de', catalog);

  test('the comma is decimal and the currency stands behind', () => {
    expect(formatMetric('net_sales', -134_450, 'EUR', german)).toBe('−1.344,50\u00a0€');
    expect(formatMetric('conversion_rate', 0.0231, 'EUR', german)).toBe('2,31\u202f%');
    expect(formatPoints(0.12, 2, german)).toBe('0,12\u202fPP');
  });

  test('axes say thousands and millions as Germans do', () => {
    expect(formatAxis('net_sales', 8_000_000, 12_000_000, 'EUR', german)).toBe('80\u202fTsd.\u00a0€');
    expect(formatAxis('net_sales', -50_000, 50_000, 'EUR', german)).toBe('−500\u00a0€');
    expect(formatAxis('sessions', 1_500_000, 2_000_000, 'EUR', german)).toBe('1,5\u202fMio.');
  });
});
