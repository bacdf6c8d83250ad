import { expect, test } from 'vitest';
import { BoundedCache, MemoryBudget } from './bounded-cache.ts';

/** Two caches with room for three values of ten bytes. */
function caches() {
  const budget = new MemoryBudget(30);
  return { budget, one: new BoundedCache<string>(budget), other: new BoundedCache<string, string>(budget) };
}

test('What was not used for longest goes first, whichever cache it is in', () => {
  const { budget, one, other } = caches();
  one.set(1, 'used again', 10);
  other.set('a', 'not used', 10);
  one.set(2, 'not used either', 10);
  one.get(1);
  other.set('b', 'new', 10);
  expect([one.has(1), other.has('a'), one.has(2), other.has('b')]).toEqual([true, false, true, true]);
  one.set(3, 'new', 10);
  expect([one.has(1), one.has(2), other.has('b'), one.has(3)]).toEqual([true, false, true, true]);
  expect(budget.bytes).toBe(30);
});

test('What is asked for again and again stays, however much else comes once', () => {
  const { one, other } = caches();
  one.set(1, 'asked for', 10);
  other.set('a', 'asked for', 10);
  for (let key = 2; key < 50; key += 1) {
    one.set(key, 'once', 10);
    expect([one.get(1), other.get('a')]).toEqual(['asked for', 'asked for']);
  }
});

test('What is taken out, replaced or cleared is room for others', () => {
  const { budget, one, other } = caches();
  one.set(1, 'old', 20);
  one.set(1, 'new', 10);
  expect([one.get(1), budget.bytes]).toEqual(['new', 10]);
  other.set('a', 'more', 10);
  other.delete('a');
  other.delete('a');
  expect(budget.bytes).toBe(10);
  one.clear();
  expect([one.has(1), budget.bytes]).toEqual([false, 0]);
});

test('What is larger than all of it is kept alone', () => {
  const { budget, one, other } = caches();
  other.set('a', 'small', 10);
  one.set(1, 'large', 50);
  expect([other.has('a'), one.get(1), budget.bytes]).toEqual([false, 'large', 50]);
  other.set('b', 'small', 10);
  other.set('c', 'small', 10);
  expect([one.has(1), other.has('b'), other.has('c'), budget.bytes]).toEqual([false, true, true, 20]);
});
