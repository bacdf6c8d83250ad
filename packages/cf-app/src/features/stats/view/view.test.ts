import { expect, test } from 'vitest';
import { viewOf } from './view.ts';

test('a bare URL shows thirty days of net sales beside the thirty before', () => {
  expect(viewOf({})).toEqual({
    period: '30d',
    compare: 'previous',
    bots: false,
    metric: 'net_sales',
    interval: 'day',
    intervals: ['hour', 'day', 'week'],
    filters: [],
  });
});

test('one day is drawn by the hour, a long time by the week or month', () => {
  expect(viewOf({ period: 'today' }).interval).toBe('hour');
  expect(viewOf({ from: '2026-11-01', to: '2026-11-01' }).interval).toBe('hour');
  expect(viewOf({ period: '90d' }).interval).toBe('day');
  expect(viewOf({ from: '2026-01-01', to: '2026-11-01' }).interval).toBe('week');
  expect(viewOf({ from: '2023-01-01', to: '2026-11-01' }).interval).toBe('month');
});

test('an interval that does not suit the period gives way', () => {
  expect(viewOf({ period: '90d', interval: 'hour' }).interval).toBe('day');
  expect(viewOf({ period: '30d', interval: 'week' }).interval).toBe('week');
});

test('filters come in a fixed order, “not known” included', () => {
  expect(viewOf({ country: 'DE', channel: '' }).filters).toEqual([
    { dimension: 'channel', op: 'is', values: [''] },
    { dimension: 'country', op: 'is', values: ['DE'] },
  ]);
});

test('nothing is before everything, unless somebody says with which days to compare', () => {
  expect(viewOf({ period: 'all', compare: 'year' }).compare).toBeNull();
  const days = { compare_from: '2025-01-01', compare_to: '2025-12-31' };
  expect(viewOf({ period: 'all', ...days }).compare).toEqual({ from: '2025-01-01', to: '2025-12-31' });
});
