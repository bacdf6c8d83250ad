import { expect, test } from 'vitest';
import { fmdf } from '../shops/fmdf.ts';
import { changeCart, readCart, writeCart } from './cart-cookie.ts';

const [candle, board] = fmdf.products;
if (!candle || !board) throw new Error('the demo shop sells nothing');
const lines = [
  { product: candle, quantity: 2 },
  { product: board, quantity: 1 },
];

test('a cart survives its cookie', () => {
  expect(readCart(fmdf, writeCart(lines))).toEqual(lines);
});

test.each([
  undefined,
  '',
  'FM-101',
  'FM-101:x',
  'FM-999:1',
  'FM-101:0',
  '<script>:1',
  'FM-101:1;'.repeat(500),
])('an empty cart: %j', (cookie) => {
  expect(readCart(fmdf, cookie)).toEqual([]);
});

test('putting in, taking out, and no more than 20 of a kind', () => {
  expect(changeCart(lines, { product: candle, quantity: 1 })).toContainEqual({
    product: candle,
    quantity: 3,
  });
  expect(changeCart(lines, { product: board, quantity: -1 })).toEqual([lines[0]]);
  expect(changeCart(lines, { product: candle, quantity: 50 })).toContainEqual({
    product: candle,
    quantity: 20,
  });
});
