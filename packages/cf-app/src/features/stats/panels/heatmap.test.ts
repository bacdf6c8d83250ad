import { expect, test } from 'vitest';
import { heatmapOf, heatStep } from './heatmap.ts';

test('the first of the busiest hours is named', () => {
  expect(
    heatmapOf([
      [0, 2],
      [5, 5],
    ]),
  ).toMatchObject({ most: 5, peak: { weekday: 1, hour: 0 } });
  expect(heatmapOf([[0, 0]])).toMatchObject({ most: 0, peak: null });
});

test('nothing is told apart from little, and the most is the darkest', () => {
  expect([0, 1, 50, 99, 100].map((value) => heatStep(value, 100))).toEqual([0, 1, 3, 6, 6]);
});
