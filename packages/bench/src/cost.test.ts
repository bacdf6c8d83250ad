import { expect, test } from 'vitest';
import { costOf, times } from './cost.ts';

const NOTHING = {
  requests: 0,
  cpuMs: 0,
  objectRequests: 0,
  objectSeconds: 0,
  rowsWritten: 0,
  rowsRead: 0,
  archivePuts: 0,
};

test.each([
  ['requests', 0.3],
  ['cpuMs', 0.02],
  ['objectRequests', 0.15],
  ['objectSeconds', 1.6],
  ['rowsWritten', 1],
  ['rowsRead', 0.001],
  ['archivePuts', 4.5],
] as const)('a million of %s is %d dollars, and nothing else costs anything', (part, dollars) => {
  const { [part]: cost, ...others } = costOf({ ...NOTHING, [part]: 1_000_000 });
  expect(cost).toBeCloseTo(dollars, 10);
  expect(Object.values(others).every((other) => other === 0)).toBe(true);
});

test('three events a batch, a row in and a row out: 0.67 for the rows of a million events', () => {
  const batch = { ...NOTHING, rowsWritten: 2 };
  expect(costOf(times(batch, 1_000_000 / 3)).rowsWritten).toBeCloseTo(0.667, 3);
});
