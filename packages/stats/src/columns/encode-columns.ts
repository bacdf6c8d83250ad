import { ByteWriter } from './byte-writer.ts';
import type { Coded } from './coded.ts';
import { formOf, type NumberForm, type Numbers, pack } from './numbers.ts';

export type Column = Numbers | Coded | readonly string[];

/** What a column is, in the bytes. */
export const KIND = { numbers: 0, strings: 1, coded: 2 } as const;

const ENCODER = new TextEncoder();

/**
 * Columns as bytes: what each is in a header, then all their values, each column in the fewest bits that hold it. One
 * that is the same in every row takes no more than its place in the header.
 */
export function encodeColumns(columns: Readonly<Record<string, Column>>): Uint8Array {
  const header = new ByteWriter();
  const bodies: Uint8Array[] = [];
  const entries = Object.entries(columns);
  header.word(entries.length);
  for (const [name, column] of entries) {
    header.name(name);
    if (ArrayBuffer.isView(column)) {
      header.byte(KIND.numbers);
      addNumbers(header, bodies, column);
    } else if ('codes' in column) {
      header.byte(KIND.coded);
      addStrings(header, bodies, column.values);
      addNumbers(header, bodies, column.codes);
    } else {
      header.byte(KIND.strings);
      addStrings(header, bodies, column);
    }
  }
  for (const body of bodies) {
    header.align();
    header.bytes(body);
  }
  return header.done();
}

function addNumbers(header: ByteWriter, bodies: Uint8Array[], numbers: Numbers): void {
  const form = formOf(numbers);
  header.word(numbers.length);
  writeForm(header, form);
  bodies.push(pack(numbers, form));
}

function writeForm(header: ByteWriter, { bits, ascending, base, start }: NumberForm): void {
  header.byte(bits);
  header.byte(Number(ascending));
  header.number(base);
  header.number(start);
}

/** All strings as one, and how long each is in UTF-16 units. */
function addStrings(header: ByteWriter, bodies: Uint8Array[], strings: readonly string[]): void {
  addNumbers(
    header,
    bodies,
    Uint32Array.from(strings, ({ length }) => length),
  );
  const text = ENCODER.encode(strings.join(''));
  header.word(text.length);
  bodies.push(text);
}
