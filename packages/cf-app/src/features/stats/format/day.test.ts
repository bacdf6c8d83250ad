import { expect, test } from 'vitest';
import { english, translator } from '#/features/i18n/translate.ts';
import { catalog } from '#/features/i18n/de.ts';
import { dayAt, formatDay, formatDayLong, formatMonth, formatRange } from './day.ts';

test('days read as people say them', () => {
  expect(formatDay('2026-09-05', english)).toBe('5 Sep');
  expect(formatDayLong('2026-11-15', '2026', english)).toBe('Sunday 15 November');
  expect(formatDayLong('2011-11-14', '2026', english)).toBe('Monday 14 November 2011');
  expect(formatMonth('2026-11-01', english)).toBe('Nov 2026');
});

test('a range names its years unless they go without saying', () => {
  expect(formatRange({ from: '2026-10-23', to: '2026-11-21' }, '2026', english)).toBe('23 Oct – 21 Nov');
  expect(formatRange({ from: '2011-11-01', to: '2011-11-30' }, '2026', english)).toBe('1 Nov – 30 Nov 2011');
  expect(formatRange({ from: '2025-12-30', to: '2026-01-02' }, '2026', english)).toBe(
    '30 Dec 2025 – 2 Jan 2026',
  );
  expect(formatRange({ from: '2026-11-21', to: '2026-11-21' }, '2026', english)).toBe('21 Nov');
});

test('an instant has its day in the store’s time zone', () => {
  expect(dayAt(Date.parse('2026-11-14T23:30:00Z'), 'Europe/Berlin')).toBe('2026-11-15');
  expect(dayAt(Date.parse('2026-11-15T03:00:00Z'), 'America/New_York')).toBe('2026-11-14');
});

test('German days have their full stops and names', () => {
  const german = translator('de', catalog);
  expect(formatDay('2026-09-05', german)).toBe('5. Sept.');
  expect(formatDayLong('2026-03-01', '2026', german)).toBe('Sonntag, 1. März');
  expect(formatDayLong('2011-11-14', '2026', german)).toBe('Montag, 14. November 2011');
  expect(formatRange({ from: '2025-12-30', to: '2026-01-02' }, '2026', german)).toBe(
    '30. Dez. 2025 – 2. Jan. 2026',
  );
});
