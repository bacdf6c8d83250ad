import { expect, test } from 'vitest';
import { barsOf } from './bars.ts';

test('steps float from the running sum, and the last bar is their sum', () => {
  expect(barsOf([300, -100, 200])).toEqual([
    { top: 25, height: 75, level: 25 },
    { top: 25, height: 25, level: 50 },
    { top: 0, height: 50, level: 0 },
    { top: 0, height: 100, level: 0 },
  ]);
});

test('a loss hangs from zero', () => {
  expect(barsOf([100, -500]).at(-1)).toMatchObject({ height: 80, level: 100 });
});

test('nothing is a flat line', () => {
  expect(barsOf([0, 0])).toEqual([
    { top: 0, height: 0, level: 0 },
    { top: 0, height: 0, level: 0 },
    { top: 0, height: 0, level: 0 },
  ]);
});
