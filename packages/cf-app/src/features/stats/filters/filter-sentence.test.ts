import { expect, test } from 'vitest';
import { english } from '#/features/i18n/translate.ts';
import { alternatives } from './filter-sentence.ts';

test('values of a filter are told as alternatives, the first two by name', () => {
  expect(alternatives(['Germany'], english)).toBe('Germany');
  expect(alternatives(['Germany', 'Austria'], english)).toBe('Germany or Austria');
  expect(alternatives(['Germany', 'Austria', 'Italy', 'Spain'], english)).toBe('Germany, Austria or 2 more');
});
