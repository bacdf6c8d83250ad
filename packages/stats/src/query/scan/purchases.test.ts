import { expect, test } from 'vitest';
import { daySegmentOf } from '../../testing/day-segment-of.ts';
import { Purchases } from './purchases.ts';

test('a purchase is found by its id, in whatever order purchases came', () => {
  const segment = daySegmentOf('2026-11-16', [
    { visitor: 'ann', events: [{}, { name: 'purchase', purchase: 640 }] },
    { visitor: 'ben', events: [{}] },
    { visitor: 'cy', events: [{ name: 'purchase', purchase: 64 }, {}, { name: 'purchase', purchase: 200 }] },
  ]);
  const purchases = new Purchases(segment);
  expect([640, 64, 200].map((id) => purchases.visitOf(id))).toEqual([0, 2, 2]);
  expect([0, 65, 1000].map((id) => purchases.visitOf(id))).toEqual([-1, -1, -1]);
});
