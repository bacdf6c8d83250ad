import { expect, test } from 'vitest';
import { funnelSteps } from './funnel-steps.ts';

const steps = (sessions: number, ...reached: number[]) =>
  funnelSteps({ sessions, steps: reached.map((count) => ({ sessions: count, before: null })) });

test('what came up to a step is what came up to the next and what was lost between', () => {
  const shown = steps(1000, 600, 90, 40, 20);
  expect(shown.map(({ sessions, lost }) => [sessions, lost])).toEqual([
    [1000, 400],
    [600, 510],
    [90, 50],
    [40, 20],
    [20, 0],
  ]);
  expect(shown.map(({ event, next }) => [event, next]).at(-1)).toEqual(['purchase', null]);
});

test('what is hardly there can still be seen, and nothing cannot', () => {
  expect(steps(100_000, 1, 0, 0, 0).map(({ height }) => height)).toEqual([100, 2, 0, 0, 0]);
});

test('nothing is not divided', () => {
  expect(steps(0, 0, 0, 0, 0).every(({ share, lostShare }) => share === null && lostShare === null)).toBe(
    true,
  );
});
