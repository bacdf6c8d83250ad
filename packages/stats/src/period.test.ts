import { describe, expect, test } from 'vitest';
import type { Baseline, DayRange, Period } from './query.ts';
import { comparedRange, resolvePeriod, today } from './period.ts';

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
    ['quarter', '2026-01-01', '2026-03-31'],
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

describe('a range is compared with', () => {
  test.each<[Exclude<Baseline, DayRange>, [string, string], [string, string]]>([
    ['previous', ['2026-03-01', '2026-03-31'], ['2026-01-29', '2026-02-28']],
    ['previous', ['2026-03-31', '2026-03-31'], ['2026-03-30', '2026-03-30']],
    ['previous_year', ['2026-03-01', '2026-03-31'], ['2025-03-01', '2025-03-31']],
    ['previous_year', ['2028-02-29', '2028-02-29'], ['2027-02-28', '2027-02-28']],
    ['matching_weekdays', ['2026-11-21', '2026-11-21'], ['2026-11-14', '2026-11-14']],
    ['matching_weekdays', ['2026-11-15', '2026-11-21'], ['2026-11-08', '2026-11-14']],
    ['matching_weekdays', ['2026-10-23', '2026-11-21'], ['2026-09-18', '2026-10-17']],
  ])('%s: %j with %j', (baseline, [from, to], [fromBefore, toBefore]) => {
    expect(comparedRange(baseline, { from, to })).toEqual({ from: fromBefore, to: toBefore });
  });

  test('other days, as they are given', () => {
    const days = { from: '2025-11-28', to: '2025-11-28' };
    expect(comparedRange(days, { from: '2026-11-27', to: '2026-11-27' })).toEqual(days);
  });
});
