import { expect, test } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

const now = Date.UTC(2026, 10, 21, 9, 0, 0);

test.each([
  ['7', 7000],
  ['0', 0],
  ['Sat, 21 Nov 2026 09:00:30 GMT', 30_000],
  ['Sat, 21 Nov 2026 08:00:00 GMT', null], // over already
  ['86400', 600_000], // nobody is kept waiting for a day
  ['soon', null],
  ['-5', null],
  ['', null],
])('Retry-After: %s', (value, ms) => {
  expect(retryAfterMs(new Headers({ 'Retry-After': value }), now)).toBe(ms);
});

test('nothing asked', () => {
  expect(retryAfterMs(new Headers(), now)).toBeNull();
});
