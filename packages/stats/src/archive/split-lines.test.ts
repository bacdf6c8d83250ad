import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { collect } from '../testing/collect.ts';
import { splitLines } from './split-lines.ts';

test('lines are whole, wherever the pieces end', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme' }).map((text) => JSON.stringify(`${text}\u2028\r`))),
      fc.integer({ min: 1, max: 9 }),
      async (lines, size) => {
        const bytes = new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));
        const pieces = async function* () {
          for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
        };
        expect(await collect(splitLines(pieces()))).toEqual(lines);
      },
    ),
  );
});

test('a last line needs no end', async () => {
  expect(await collect(splitLines(new Blob(['a\nb']).stream()))).toEqual(['a', 'b']);
});
