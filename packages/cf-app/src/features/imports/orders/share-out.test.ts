import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareOut } from './share-out.ts';

test('parts are in proportion and add up', () => {
  expect(shareOut(100, [1, 1, 1])).toEqual([33, 34, 33]);
  expect(shareOut(100, [0, 0])).toEqual([0, 0]);
  const amount = fc.integer({ min: 0, max: 1_000_000 });
  fc.assert(
    fc.property(amount, fc.array(amount, { minLength: 1 }), (total, weights) => {
      const parts = shareOut(total, weights);
      const sum = weights.reduce((all, weight) => all + weight, 0);
      expect(parts.reduce((all, part) => all + part, 0)).toBe(sum === 0 ? 0 : total);
      for (const [index, part] of parts.entries())
        expect(Math.abs(part - (sum === 0 ? 0 : (total * (weights[index] ?? 0)) / sum))).toBeLessThanOrEqual(
          1,
        );
    }),
  );
});
