import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Coded, coded } from './coded.ts';
import { ColumnMissingError, decodeColumns } from './decode-columns.ts';
import { encodeColumns } from './encode-columns.ts';
import type { Numbers } from './numbers.ts';

const whole = (max: number) => fc.array(fc.integer({ min: 0, max }), { maxLength: 200 });
const ascending = (max: number) =>
  whole(max).map((numbers) => {
    let sum = 0;
    return numbers.map((number) => (sum += number));
  });
/** Every width there is, all the same, ever more. */
const numbers = fc.oneof(
  ...[0, 1, 3, 15, 255, 65_535, 2 ** 24 - 1, 2 ** 32 - 1].map(whole),
  ...[0, 1, 255, 1_000_000].map(ascending),
  fc.nat().map((constant) => Array.from({ length: 50 }, () => constant)),
);

function roundTrip<Column extends Numbers | Coded | readonly string[]>(column: Column) {
  return decodeColumns(encodeColumns({ before: ['x'], column, after: Uint8Array.of(7) }));
}

describe('columns come back as they went in', () => {
  test('whole numbers, in whichever width they are asked for', () => {
    fc.assert(
      fc.property(numbers, (given) => {
        const back = roundTrip(Float64Array.from(given));
        expect([...back.f64('column')]).toEqual(given);
        expect([...back.u32('column')]).toEqual([...Uint32Array.from(given)]);
        expect([...back.u16('column')]).toEqual([...Uint16Array.from(given)]);
        expect([...back.u8('column')]).toEqual([...Uint8Array.from(given)]);
      }),
    );
  });

  test('any other number', () => {
    const any = fc.oneof(
      fc.double({ noNaN: true }).map((number) => number + 0),
      fc.maxSafeInteger(),
    );
    fc.assert(
      fc.property(fc.array(any), (given) => {
        expect([...roundTrip(Float64Array.from(given)).f64('column')]).toEqual(
          given.map((number) => number || 0),
        );
      }),
    );
  });

  test('strings, with whatever is in them', () => {
    const string = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', '\uFEFFbom', '\0', '€'));
    fc.assert(
      fc.property(fc.array(string), (given) => {
        expect(roundTrip(given).strings('column')).toEqual(given);
        expect(roundTrip(coded(given)).coded('column')).toEqual(coded(given));
      }),
    );
  });

  test('more different strings than a byte can number', () => {
    for (const count of [256, 257, 65_536, 65_537]) {
      const given = coded(Array.from({ length: count }, (_, index) => String(index)));
      expect(roundTrip(given).coded('column')).toEqual(given);
    }
  });

  test('as many columns as there are', () => {
    const given = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [`column ${index}`, Uint8Array.of(index)]),
    );
    const back = decodeColumns(encodeColumns(given));
    for (const [name, column] of Object.entries(given)) expect(back.u8(name)).toEqual(column);
  });

  test('wherever in a buffer the bytes begin', () => {
    const bytes = encodeColumns({ column: Float64Array.of(1.5, 2.5) });
    const moved = new Uint8Array(bytes.length + 3);
    moved.set(bytes, 3);
    expect(decodeColumns(moved.subarray(3)).f64('column')).toEqual(Float64Array.of(1.5, 2.5));
  });
});

const size = (given: readonly number[]) => encodeColumns({ column: Float64Array.from(given) }).length;

test('takes the fewest bytes that hold the numbers', () => {
  const empty = size([]);
  const rows = Array.from({ length: 8000 }, (_, index) => index);
  const extra = (of: (row: number) => number) => size(rows.map(of)) - empty;
  expect(extra(() => 12_345)).toBe(0);
  expect(extra((row) => row % 2)).toBeLessThan(1000 + 8);
  expect(extra((row) => 1_700_000_000_000 + (row % 200))).toBeLessThan(8000 + 8);
  expect(extra((row) => row * 1000 + (row % 2))).toBeLessThan(16_000 + 8);
});

test('a column that is not there, and bytes that are cut short, are errors of their own', () => {
  const bytes = encodeColumns({ column: Float64Array.of(1.5) });
  expect(() => decodeColumns(bytes).u8('other')).toThrow(ColumnMissingError);
  expect(() => decodeColumns(bytes).coded('column')).toThrow(ColumnMissingError);
  expect(() => decodeColumns(bytes.subarray(0, -1))).toThrow(RangeError);
});
