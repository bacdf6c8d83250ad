import { expect, test } from 'vitest';
import { matching } from './known-value.ts';

const COUNTRIES = [
  { value: 'DE', name: 'Germany' },
  { value: 'AT', name: 'Austria' },
  { value: '', name: 'Unknown' },
];

const names = (text: string, chosen: readonly string[] = []) =>
  matching(COUNTRIES, text, chosen).map(({ name }) => name);

test('a value is found by its name and by itself, in any case', () => {
  expect(names('aust')).toEqual(['aust', 'Austria']);
  expect(names('Germany')).toEqual(['Germany']);
  expect(names('at')).toEqual(['at', 'Austria']);
});

test('what is chosen stays in sight, also where the store has no such value', () => {
  expect(names('Germany', ['AT'])).toEqual(['Germany', 'Austria']);
  expect(names('', ['XK'])).toEqual(['XK', 'Germany', 'Austria', 'Unknown']);
});

test('what is typed can be chosen as it is', () => {
  expect(matching([], ' newsletter-11 ', [])).toEqual([{ value: 'newsletter-11', name: 'newsletter-11' }]);
});

test('the name of a value is not taken for one while the values are not known', () => {
  expect(matching(null, 'Austria', ['DE'])).toEqual([{ value: 'DE', name: 'DE' }]);
});
