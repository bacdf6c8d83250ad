import { expect, test } from 'vitest';
import { parseCookies } from './cookie.ts';

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
