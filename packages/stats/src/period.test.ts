import { describe, expect, test } from 'vitest';
import type { Period } from './query.ts';
import { previousRange, resolvePeriod, today } from './period.ts';

test('today is the store’s day', () => {
  const now = Date.parse('2026-11-20T23:30:00Z');
  expect(today('Europe/Berlin', now)).toBe('2026-11-21');
  expect(today('America/New_York', now)).toBe('2026-11-20');
});

describe('a period', () => {
  test.each<[Period, string, string]>([
    ['today', '2026-03-31', '2026-03-31'],
    ['yesterday', '2026-03-30', '2026-03-30'],
    ['7d', '2026-03-25', '2026-03-31'],
    ['28d', '2026-03-04', '2026-03-31'],
    ['30d', '2026-03-02', '2026-03-31'],
    ['90d', '2026-01-01', '2026-03-31'],
    ['month', '2026-03-01', '2026-03-31'],
    ['last_month', '2026-02-01', '2026-02-28'],
    ['year', '2026-01-01', '2026-03-31'],
    ['all', '2025-12-24', '2026-03-31'],
  ])('%s on 31 March is %s to %s', (period, from, to) => {
    expect(resolvePeriod(period, '2026-03-31', '2025-12-24')).toEqual({ from, to });
  });

  test('of last month in January is December', () => {
    expect(resolvePeriod('last_month', '2026-01-15', null)).toEqual({ from: '2025-12-01', to: '2025-12-31' });
  });

  test('of everything is today as long as nothing has happened', () => {
    expect(resolvePeriod('all', '2026-03-31', null)).toEqual({ from: '2026-03-31', to: '2026-03-31' });
  });

  test('given as days stays as it is', () => {
    const range = { from: '2026-01-01', to: '2026-01-31' };
    expect(resolvePeriod(range, '2026-03-31', null)).toEqual(range);
  });
});

test('the range before has as many days and ends the day before', () => {
  expect(previousRange({ from: '2026-03-01', to: '2026-03-31' })).toEqual({
    from: '2026-01-29',
    to: '2026-02-28',
  });
  expect(previousRange({ from: '2026-03-31', to: '2026-03-31' })).toEqual({
    from: '2026-03-30',
    to: '2026-03-30',
  });
});
