import { expect, test } from 'vitest';
import { SpeedWatch } from './speed-watch.ts';

const NOON = Date.parse('2026-11-21T12:00:00Z');

test('pages faster than a person can look at them, in one batch or in many', () => {
  const watch = new SpeedWatch();
  const shown = Array.from({ length: 40 }, (_, index) => watch.isImpossible('a', [NOON + index * 100]));
  expect(shown.indexOf(true)).toBe(30);
  expect(
    new SpeedWatch().isImpossible(
      'a',
      Array.from({ length: 31 }, () => NOON),
    ),
  ).toBe(true);
});

test('a day of pages that comes at once is a day, and somebody else is somebody else', () => {
  const watch = new SpeedWatch();
  const day = Array.from({ length: 400 }, (_, index) => NOON + index * 1000);
  expect(watch.isImpossible('a', day)).toBe(false);
  for (let sender = 0; sender < 100; sender += 1) {
    expect(watch.isImpossible(String(sender), [NOON, NOON + 1, NOON + 2])).toBe(false);
  }
});
