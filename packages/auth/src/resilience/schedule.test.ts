import { assert, double, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { retryDelay } from './schedule.ts';

const middling = () => 0.5;

test('one second, doubled each time', () => {
  expect([1, 2, 3, 4, 5].map((retry) => retryDelay(retry, null, middling))).toEqual([
    1000, 2000, 4000, 8000, 16_000,
  ]);
});

test('a delay never leaves its plan by more than a fifth, and the plan ends at 30 s', () => {
  assert(
    property(integer({ min: 1, max: 40 }), double({ min: 0, max: 0.999, noNaN: true }), (retry, chance) => {
      const planned = Math.min(30_000, 1000 * 2 ** (retry - 1));
      const delay = retryDelay(retry, null, () => chance);
      expect(delay).toBeGreaterThanOrEqual(planned * 0.8);
      expect(delay).toBeLessThanOrEqual(planned * 1.2);
    }),
  );
});

test.each([
  ['longer than planned: it is waited for', 7000, 7000],
  ['shorter than planned: the plan holds', 10, 1000],
])('Retry-After is %s', (_case, asked, delay) => {
  expect(retryDelay(1, asked, middling)).toBe(delay);
});
