import { expect, test } from 'vitest';
import { addDays, countDays, formatDay, formatDayLong, formatMonth, formatRange } from './day.ts';

test('days read as people say them', () => {
  expect(formatDay('2026-09-05')).toBe('5 Sep');
  expect(formatDayLong('2026-11-15')).toBe('Sunday 15 November');
  expect(formatMonth('2026-11-01')).toBe('Nov 2026');
});

test('a range names the years only where there are two', () => {
  expect(formatRange({ from: '2026-10-23', to: '2026-11-21' })).toBe('23 Oct – 21 Nov');
  expect(formatRange({ from: '2025-12-30', to: '2026-01-02' })).toBe('30 Dec 2025 – 2 Jan 2026');
  expect(formatRange({ from: '2026-11-21', to: '2026-11-21' })).toBe('21 Nov');
});

test('calendar days are counted across months, years and clock changes', () => {
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(countDays({ from: '2026-03-28', to: '2026-03-30' })).toBe(3);
});
