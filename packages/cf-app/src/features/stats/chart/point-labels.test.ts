import type { SeriesPoint } from '@layerkick/stats/query';
import { expect, test } from 'vitest';
import { english } from '#/features/i18n/translate.ts';
import { axisLabel, hasBegun, longLabel, shortLabel, type Labelling } from './point-labels.ts';

const november: Labelling = {
  interval: 'day',
  timeZone: 'Europe/Berlin',
  range: { from: '2026-11-01', to: '2026-11-21' },
  answeredAt: Date.parse('2026-11-21T13:20:00Z'),
  presentYear: '2026',
  t: english,
};
const point = (at: string, day: string, unfinished = false): SeriesPoint => ({
  at: Date.parse(at),
  day,
  unfinished,
  metrics: {},
});

test('days are named, and the present one says how far it has come, by the store’s clock', () => {
  expect(axisLabel(point('2026-11-14T23:00:00Z', '2026-11-15'), november)).toBe('15 Nov');
  expect(longLabel(point('2026-11-14T23:00:00Z', '2026-11-15'), november)).toBe('Sunday 15 November');
  expect(axisLabel(point('2026-11-20T23:00:00Z', '2026-11-21', true), november)).toBe('Today, 14:20');
});

test('hours are the store’s', () => {
  const day: Labelling = { ...november, interval: 'hour', range: { from: '2026-11-21', to: '2026-11-21' } };
  const hour = point('2026-11-21T13:00:00Z', '2026-11-21', true);
  expect(axisLabel(hour, day)).toBe('14:00');
  expect(longLabel(hour, day)).toBe('Saturday 21 November, 14:00');
});

test('among hours of several days, each day begins with its name', () => {
  const hourly: Labelling = { ...november, interval: 'hour' };
  expect(axisLabel(point('2026-11-14T23:00:00Z', '2026-11-15'), hourly)).toBe('15 Nov');
  expect(axisLabel(point('2026-11-15T13:00:00Z', '2026-11-15'), hourly)).toBe('14:00');
});

test('a week is cut where the period begins and ends', () => {
  const weekly: Labelling = { ...november, interval: 'week' };
  expect(shortLabel(point('2026-10-31T23:00:00Z', '2026-11-01'), weekly)).toBe('1 Nov');
  expect(shortLabel(point('2026-11-08T23:00:00Z', '2026-11-09'), weekly)).toBe('9 Nov – 15 Nov');
  expect(shortLabel(point('2026-11-15T23:00:00Z', '2026-11-16'), weekly)).toBe('16 Nov – 21 Nov');
});

test('what lies ahead has not begun', () => {
  expect(hasBegun(point('2026-11-21T14:00:00Z', '2026-11-21', true), november)).toBe(false);
  expect(hasBegun(point('2026-11-21T13:00:00Z', '2026-11-21', true), november)).toBe(true);
});
