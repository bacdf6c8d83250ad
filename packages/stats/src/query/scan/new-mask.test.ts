import { expect, test } from 'vitest';
import { copyOf, forgetMasks, newMask, ownMask } from './new-mask.ts';

test('masks of one question have nothing in common', () => {
  forgetMasks();
  const [first, second] = [newMask(3).fill(1), newMask(2)];
  const copy = copyOf(first);
  copy[0] = 0;
  expect([...first]).toEqual([1, 1, 1]);
  expect([...second]).toEqual([0, 0]);
  expect([...copy]).toEqual([0, 1, 1]);
});

test('those of the next question begin empty, in the room of the ones before', () => {
  forgetMasks();
  const before = newMask(1000).fill(1);
  forgetMasks();
  const mask = newMask(1000);
  expect(mask.every((row) => row === 0)).toBe(true);
  expect(mask.buffer).toBe(before.buffer);
});

test('there are more than there is room for', () => {
  forgetMasks();
  const masks = Array.from({ length: 40 }, (_, index) => newMask(1_000_000).fill(index % 2));
  expect(masks.every((mask, index) => mask[0] === index % 2 && mask.at(-1) === index % 2)).toBe(true);
});

test.each([1000, 3_000_000])('choosing a mask of its own takes no room from others: %i rows', (rows) => {
  forgetMasks();
  const before = newMask(1000).fill(1);
  const own = ownMask(() => {
    copyOf(newMask(rows).fill(1));
    return newMask(rows).fill(1);
  });
  const after = newMask(1000);
  expect(after.byteOffset).toBe(after.buffer === before.buffer ? before.byteOffset + 1000 : 0);
  after.fill(0);
  expect(own.every((row) => row === 1) && before.every((row) => row === 1)).toBe(true);
});
