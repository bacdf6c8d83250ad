import { concat } from './bytes.ts';

/** What a column holds. Numbers that are integers are stored as such. */
export type Value = string | number | null;

const utf8 = new TextEncoder();
const NOTHING = new Uint8Array(0);

/** A row as SQLite stores it: the types of its values, then the values. https://sqlite.org/fileformat2.html#record_format */
export function record(values: readonly Value[]): Uint8Array {
  const types: Uint8Array[] = [];
  const bodies: Uint8Array[] = [];
  let typesLength = 0;
  for (const value of values) {
    const [type, body] = encode(value);
    const bytes = varint(type);
    types.push(bytes);
    typesLength += bytes.length;
    bodies.push(body);
  }
  // The length of the head counts itself.
  const head = varint(typesLength + (typesLength + 1 < 128 ? 1 : 2));
  return concat([head, ...types, ...bodies]);
}

/** 1 to 9 bytes, seven bits each, the highest first. @param value a safe integer from 0 */
export function varint(value: number): Uint8Array {
  if (value < 128) return Uint8Array.of(value);
  const bytes: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 128)) bytes.unshift((rest % 128) | 128);
  const last = bytes.length - 1;
  bytes[last] = (bytes[last] ?? 0) & 127;
  return Uint8Array.from(bytes);
}

/** The serial type of a value, and its bytes. */
function encode(value: Value): [type: number, body: Uint8Array] {
  if (value === null) return [0, NOTHING];
  if (typeof value === 'string') {
    const body = utf8.encode(value);
    return [13 + 2 * body.length, body];
  }
  if (value === 0) return [8, NOTHING];
  if (value === 1) return [9, NOTHING];
  const body = new Uint8Array(8);
  const view = new DataView(body.buffer);
  if (!Number.isSafeInteger(value)) {
    view.setFloat64(0, value);
    return [7, body];
  }
  view.setBigInt64(0, BigInt(value));
  const [type, length] = INTEGERS.find(([, bytes]) => fits(value, bytes)) ?? [6, 8];
  return [type, body.subarray(8 - length)];
}

/** Serial types of integers and their bytes, the shortest first. */
const INTEGERS: readonly (readonly [type: number, bytes: number])[] = [
  [1, 1],
  [2, 2],
  [3, 3],
  [4, 4],
  [5, 6],
];

function fits(value: number, bytes: number): boolean {
  const limit = 2 ** (8 * bytes - 1);
  return value >= -limit && value < limit;
}
