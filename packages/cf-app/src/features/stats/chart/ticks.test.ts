import { expect, test } from 'vitest';
import { labelledPoints } from './ticks.ts';

test('a month of days is labelled every fifth', () => {
  expect(labelledPoints(30, 7)).toEqual([0, 5, 10, 15, 20, 25, 29]);
});

test('a day of hours ends on its last hour', () => {
  expect(labelledPoints(24, 7)).toEqual([0, 4, 8, 12, 16, 20, 23]);
});

test('a neighbour of the last label gives way', () => {
  expect(labelledPoints(22, 5)).toEqual([0, 5, 10, 15, 21]);
});

test('few points are all labelled, none has none', () => {
  expect(labelledPoints(3, 7)).toEqual([0, 1, 2]);
  expect(labelledPoints(1, 7)).toEqual([0]);
  expect(labelledPoints(0, 7)).toEqual([]);
});
