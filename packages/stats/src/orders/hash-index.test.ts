import { expect, test } from 'vitest';
import { HashIndex, hashOf } from './hash-index.ts';

test('an index knows every place of every hash, however many there are', () => {
  const index = new HashIndex();
  const names = Array.from({ length: 5000 }, (_, number) => `order-${number}`);
  for (const [place, name] of names.entries()) {
    index.add(hashOf(name), place);
    index.add(hashOf(name), place);
    if (place % 7 === 0) index.add(hashOf(name), place + 5000);
  }
  for (const [place, name] of names.entries()) {
    expect(index.places(hashOf(name))).toEqual(
      expect.arrayContaining(place % 7 === 0 ? [place, place + 5000] : [place]),
    );
  }
  expect(names.filter((name) => index.places(hashOf(`${name}!`)).length > 0).length).toBeLessThan(3);
});

test('different names with the same hash are found at each other’s places', () => {
  const index = new HashIndex();
  index.add(7, 0);
  index.add(7, 2 ** 32 - 2);
  expect(index.places(7)).toEqual([0, 2 ** 32 - 2]);
  expect(index.places(8)).toEqual([]);
});
