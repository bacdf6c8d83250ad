import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  countDays,
  startOfMonth,
  startOfQuarter,
  startOfWeek,
} from './calendar.ts';

test('days are counted over leap days and the turn of the year', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(countDays('2026-02-27', '2026-03-01')).toBe(3);
});

test('weeks start on Monday', () => {
  expect(startOfWeek('2026-11-16')).toBe('2026-11-16');
  expect(startOfWeek('2026-11-22')).toBe('2026-11-16');
  expect(startOfWeek('1969-12-31')).toBe('1969-12-29');
});

test('months are counted from their first day', () => {
  expect(startOfMonth('2026-11-21')).toBe('2026-11-01');
  expect(addMonths('2026-01-31', -1)).toBe('2025-12-01');
  expect(addMonths('2026-11-21', 2)).toBe('2027-01-01');
});

test('quarters are those of the calendar year', () => {
  expect(startOfQuarter('2026-11-21')).toBe('2026-10-01');
  expect(startOfQuarter('2026-03-31')).toBe('2026-01-01');
});

test('a year later is the same date, and the day before where there is none', () => {
  expect(addYears('2026-11-21', -1)).toBe('2025-11-21');
  expect(addYears('2028-02-29', -1)).toBe('2027-02-28');
  expect(addYears('2027-02-28', 1)).toBe('2028-02-28');
});
