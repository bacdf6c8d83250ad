import { expect, test } from 'vitest';
import { alternatives } from './filter-sentence.ts';

test('values of a filter are told as alternatives, the first two by name', () => {
  expect(alternatives(['Germany'])).toBe('Germany');
  expect(alternatives(['Germany', 'Austria'])).toBe('Germany or Austria');
  expect(alternatives(['Germany', 'Austria', 'Italy', 'Spain'])).toBe('Germany, Austria or 2 more');
});
