import { expect, test } from 'vitest';
import { areaPath, linePath } from './polyline.ts';

test('segments are straight', () => {
  expect(
    linePath([
      [0, 100],
      [33.3333, 50],
      [100, 0],
    ]),
  ).toBe('M0,100L33.33,50L100,0');
});

test('a line breaks where nothing is known, and a lonely point is a dot', () => {
  expect(linePath([[0, 1], [10, 1], null, [30, 1], null])).toBe('M0,1L10,1M30,1Z');
});

test('an area goes down to its floor', () => {
  expect(
    areaPath(
      [
        [0, 20],
        [100, 40],
      ],
      100,
    ),
  ).toBe('M0,20L100,40L100,100L0,100Z');
});

test('of nothing there is nothing', () => {
  expect(linePath([])).toBe('');
  expect(areaPath([null], 100)).toBe('');
});
