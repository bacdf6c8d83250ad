import { expect, test, vi } from 'vitest';
import { MemoryBudget } from '../../columns/bounded-cache.ts';
import { KeptMasks } from './kept-masks.ts';
import { newMask } from './new-mask.ts';

const people = { condition: null, bots: false, within: null, key: '1' };
const day = {};

test('Rows are chosen once for all calls', () => {
  const kept = new KeptMasks(new MemoryBudget(1000));
  const choose = vi.fn(() => Uint8Array.of(1, 0, 1));
  const first = kept.find(day, people, 'visits', choose);
  expect(kept.find(day, people, 'visits', choose)).toBe(first);
  expect(choose).toHaveBeenCalledOnce();
});

test('They are told apart by what they are of, by the choice, and by which they are', () => {
  const kept = new KeptMasks(new MemoryBudget(1000));
  const find = (of: object, key: string, rows: string, value: number) =>
    kept.find(of, { ...people, key }, rows, () => Uint8Array.of(value))[0];
  expect(find(day, '1', 'visits', 1)).toBe(1);
  expect(find({}, '1', 'visits', 2)).toBe(2);
  expect(find(day, '2', 'visits', 3)).toBe(3);
  expect(find(day, '1', 'items', 4)).toBe(4);
  expect(find(day, '1', 'visits', 5)).toBe(1);
});

test('A choice that is made for one call is not kept', () => {
  const kept = new KeptMasks(new MemoryBudget(1000));
  const choose = vi.fn(() => Uint8Array.of(1));
  for (let call = 0; call < 2; call += 1) kept.find(day, { ...people, key: null }, 'visits', choose);
  expect(choose).toHaveBeenCalledTimes(2);
});

test('What is kept has room of its own, which no other call uses', () => {
  const kept = new KeptMasks(new MemoryBudget(1000));
  const mask = newMask(3);
  const found = kept.find(day, people, 'visits', () => mask);
  mask.fill(1);
  expect([...found]).toEqual([0, 0, 0]);
});

test('Above a number of bytes those are given up that were not asked for longest', () => {
  const kept = new KeptMasks(new MemoryBudget(20));
  const choose = vi.fn(() => new Uint8Array(10));
  for (const rows of ['visits', 'items', 'visits', 'events ', 'visits', 'items']) {
    kept.find(day, people, rows, choose);
  }
  expect(choose).toHaveBeenCalledTimes(4);
});
