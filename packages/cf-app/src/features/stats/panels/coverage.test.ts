import { expect, test } from 'vitest';
import { isCoverageKnown } from './coverage.ts';

const is = (dimension: 'country' | 'channel' | 'browser') => ({
  dimension,
  op: 'is' as const,
  values: ['x'],
});

test('coverage is told where filters leave orders that no browser told of', () => {
  expect(isCoverageKnown([])).toBe(true);
  expect(isCoverageKnown([is('country'), { not: is('browser') }])).toBe(true);
  expect(isCoverageKnown([is('country'), is('channel')])).toBe(false);
  expect(isCoverageKnown([{ or: [is('country'), { and: [is('channel')] }] }])).toBe(false);
});
