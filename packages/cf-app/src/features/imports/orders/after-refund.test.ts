import { expect, test } from 'vitest';
import { afterRefund } from './after-refund.ts';

const paid = { goods: 10_000, tax: 1_900, shipping: 490 };

test.each([
  ['nothing', 0, { returns: 0, tax: 1_900, shipping: 490 }],
  ['half of the goods', 5_950, { returns: 5_000, tax: 950, shipping: 490 }],
  ['all of the goods', 11_900, { returns: 10_000, tax: 0, shipping: 490 }],
  ['all of the goods and some of shipping', 12_000, { returns: 10_000, tax: 0, shipping: 390 }],
  ['everything', 12_390, { returns: 10_000, tax: 0, shipping: 0 }],
  ['more than was paid', 20_000, { returns: 10_000, tax: 0, shipping: 0 }],
])('%s is given back', (_, refunded, left) => {
  expect(afterRefund(refunded, paid)).toEqual(left);
});
