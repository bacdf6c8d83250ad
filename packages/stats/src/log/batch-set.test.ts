import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { BatchSet, hashBatch, toBytes } from './batch-set.ts';

test('a set has what was added to it or to the bytes that it was read from, and nothing else', () => {
  fc.assert(
    fc.property(fc.array(fc.uuid()), fc.array(fc.uuid()), (added, others) => {
      const hashes = added.map(hashBatch);
      const set = new BatchSet();
      for (const hash of hashes) set.add(hash);
      const copy = new BatchSet();
      copy.addBytes(toBytes(hashes));
      for (const one of [set, copy]) {
        expect(one.size).toBe(new Set(added).size);
        expect(added.every((id) => one.has(hashBatch(id)))).toBe(true);
        expect(others.filter((id) => one.has(hashBatch(id)))).toEqual(
          others.filter((id) => added.includes(id)),
        );
      }
    }),
  );
});

test('ids that differ in little have hashes of their own', () => {
  const set = new BatchSet();
  for (let number = 0; number < 200_000; number += 1) {
    set.add(hashBatch(`00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`));
  }
  expect(set.size).toBe(200_000);
});
