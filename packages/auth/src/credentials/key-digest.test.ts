import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { keyDigest } from './key-digest.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

function keyOf(length: number): string {
  return `sk_${Array.from({ length }, (_, index) => LETTERS[(index * 7 + length) % LETTERS.length]).join('')}`;
}

// Long ones and short ones in turns: none may leave anything to the next.
const lengths = Array.from({ length: 249 }, (_, index) =>
  index % 2 === 0 ? 8 + index / 2 : 256 - index / 2,
);

test.each(lengths.map((length) => keyOf(Math.floor(length))))('SHA-256 of %s', (key) => {
  expect(keyDigest(key)).toBe(createHash('sha256').update(key).digest('hex'));
});

test.each([
  '',
  'sk_short',
  'pk_live_0123456789',
  'sk_live_0123456é789',
  `sk_${'a'.repeat(257)}`,
  ' sk_live_0123456789',
])('%j is no key', (value) => {
  expect(keyDigest(value)).toBeNull();
});
