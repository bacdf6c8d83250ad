import { expect, test } from 'vitest';
import { daysBetween } from './point-days.ts';

const shown = { from: '2026-10-07', to: '2026-11-20' };
const at = (day: string) => ({ day });

test('one point of a chart by day is its day', () => {
  expect(daysBetween(at('2026-11-03'), at('2026-11-03'), 'day', shown)).toEqual({
    from: '2026-11-03',
    to: '2026-11-03',
  });
});

test('what is drawn backwards is the same days', () => {
  const days = { from: '2026-11-03', to: '2026-11-09' };
  expect(daysBetween(at('2026-11-03'), at('2026-11-09'), 'day', shown)).toEqual(days);
  expect(daysBetween(at('2026-11-09'), at('2026-11-03'), 'day', shown)).toEqual(days);
});

test('weeks and months are whole, but for what the chart does not show', () => {
  expect(daysBetween(at('2026-10-12'), at('2026-10-19'), 'week', shown)).toEqual({
    from: '2026-10-12',
    to: '2026-10-25',
  });
  expect(daysBetween(at('2026-10-07'), at('2026-11-01'), 'month', shown)).toEqual(shown);
});

test('hours are those of their days', () => {
  expect(daysBetween(at('2026-11-03'), at('2026-11-04'), 'hour', shown)).toEqual({
    from: '2026-11-03',
    to: '2026-11-04',
  });
});
