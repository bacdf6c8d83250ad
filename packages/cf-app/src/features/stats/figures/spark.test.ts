import { expect, test } from 'vitest';
import { sparkOf } from './spark.ts';

test('has its own scale: from its lowest to its highest value', () => {
  expect(sparkOf([100, 110, 105])).toEqual({
    vertices: [
      [0, 88],
      [50, 12],
      [100, 50],
    ],
    last: [100, 50],
  });
});

test('leaves out what is not known, and ends where the last is known', () => {
  expect(sparkOf([1, null, 2, null])?.vertices[1]).toBeNull();
  expect(sparkOf([1, null, 2, null])?.last).toEqual([66.7, 12]);
});

test('of what does not move is flat', () => {
  expect(sparkOf([0, 0])?.last).toEqual([100, 88]);
});

test('of one value there is none', () => {
  expect(sparkOf([5, null])).toBeNull();
});
