import { expect, test } from 'vitest';
import { countryCode } from './country-code.ts';
import { ONLINE_RETAIL } from './online-retail.ts';

test.each([
  ['United Kingdom', 'GB'],
  ['Germany', 'DE'],
  ['EIRE', 'IE'],
  ['RSA', 'ZA'],
  ['USA', 'US'],
  ['Czech Republic', 'CZ'],
  ['Hong Kong', 'HK'],
  ['Unspecified', ''],
  ['Channel Islands', 'Channel Islands'],
  ['European Community', 'European Community'],
])('%s is %j', (written, code) => {
  expect(countryCode(written, ONLINE_RETAIL.countries)).toBe(code);
});

test('a country called like a property of objects is no exception', () => {
  expect(countryCode('constructor', {})).toBe('constructor');
});
