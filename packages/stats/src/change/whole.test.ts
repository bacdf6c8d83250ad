import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { whole } from './whole.ts';

test('what loses most by rounding down is rounded up', () => {
  expect(whole([3.5, 2.9, -1.4], 5)).toEqual([3, 3, -1]);
  expect(whole([0.5, 0.5], 1)).toEqual([1, 0]);
});

test('parts of something else are refused', () => {
  expect(() => whole([1, 2], 7)).toThrow(RangeError);
});

test('parts add up to the total and are each beside what they were', () => {
  // Thirds of cents, as weights make them.
  const parts = fc.array(
    fc.integer({ min: -1e9, max: 1e9 }).map((thirds) => thirds / 3),
    { minLength: 1, maxLength: 20 },
  );
  fc.assert(
    fc.property(parts, (all) => {
      const total = Math.round(all.reduce((sum, part) => sum + part, 0));
      const exact = [...all, total - all.reduce((sum, part) => sum + part, 0)];
      const rounded = whole(exact, total);
      expect(rounded.reduce((sum, part) => sum + part, 0) - total).toBeCloseTo(0, 9);
      for (const [index, part] of exact.entries()) {
        expect(Math.abs((rounded[index] ?? 0) - part)).toBeLessThanOrEqual(1.001);
      }
    }),
  );
});
