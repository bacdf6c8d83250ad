import { expect, test } from 'vitest';
import { english } from '#/features/i18n/translate.ts';
import { alternatives } from './filter-sentence.ts';
import { filterText } from './filter-words.ts';

test.each([
  ['is', 'Page is /sale'],
  ['is_not', 'Page is not /sale'],
  ['contains', 'Page contains /sale'],
  ['prefix', 'Page begins with /sale'],
] as const)('%s: %s', (op, sentence) => {
  expect(filterText({ dimension: 'page', op, values: ['/sale'] }, {}, english)).toBe(sentence);
});

test('values of a filter are told as alternatives, the first two by name', () => {
  expect(alternatives(['Germany'], english)).toBe('Germany');
  expect(alternatives(['Germany', 'Austria'], english)).toBe('Germany or Austria');
  expect(alternatives(['Germany', 'Austria', 'Italy', 'Spain'], english)).toBe('Germany, Austria or 2 more');
});
