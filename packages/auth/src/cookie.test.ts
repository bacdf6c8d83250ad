import { expect, test } from 'vitest';
import { parseCookies } from './cookie.ts';

test('parts without a value cost no more than their length', () => {
  const header = `${';'.repeat(2_000_000)}a=1`;
  expect([...parseCookies(header)]).toEqual([['a', '1']]);
});

test.each<[string | null, [string, string][]]>([
  [null, []],
  ['', []],
  [
    'a=1; b=2',
    [
      ['a', '1'],
      ['b', '2'],
    ],
  ],
  ['a=b=c', [['a', 'b=c']]],
  ['a=', [['a', '']]],
  ['a=1; a=2', [['a', '1']]],
  ['=1; nonsense; ;b=2', [['b', '2']]],
])('%j', (header, cookies) => {
  expect([...parseCookies(header)]).toEqual(cookies);
});
