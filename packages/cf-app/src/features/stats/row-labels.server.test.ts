import { expect, test } from 'vitest';
import { countryName } from './row-labels.server.ts';

test('codes get their country’s name', () => {
  expect(countryName('DE')).toBe('Germany');
});

test('what is no code stays as the shop says it', () => {
  expect(countryName('United Kingdom')).toBeUndefined();
  expect(countryName('')).toBeUndefined();
  expect(countryName('QX')).toBeUndefined();
});
