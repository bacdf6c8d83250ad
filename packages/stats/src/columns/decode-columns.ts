import { ByteReader } from './byte-reader.ts';
import { type Coded, newCodes } from './coded.ts';
import { KIND } from './encode-columns.ts';
import { BITS, type NumberForm, type Numbers, packedSize, unpack, wordsOf } from './numbers.ts';
import { zeroNumbers, zeros } from './zeros.ts';

/** Asked for a column that is not there, or is of another kind. */
export class ColumnMissingError extends Error {
  readonly code = 'column_missing';
}

const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

interface PackedNumbers {
  readonly form: NumberForm;
  readonly count: number;
  readonly packed: Uint8Array;
}

interface PackedStrings {
  readonly lengths: PackedNumbers;
  readonly text: Uint8Array;
}

interface PackedColumn {
  readonly numbers?: PackedNumbers;
  readonly strings?: PackedStrings;
}

/** What `encodeColumns` wrote. Nothing is unpacked before it is asked for, and what is can be a view of the bytes. */
export class Columns {
  readonly #columns: ReadonlyMap<string, PackedColumn>;

  constructor(columns: ReadonlyMap<string, PackedColumn>) {
    this.#columns = columns;
  }

  has(name: string): boolean {
    return this.#columns.has(name);
  }

  /** @throws {ColumnMissingError} as all that follow */
  u8(name: string): Uint8Array {
    const { form, count, packed } = this.#numbers(name);
    if (form.bits === 0 && form.base === 0) return zeros(count);
    return isInPlace(form, 8) ? packed : unpacked(form, packed, new Uint8Array(count));
  }

  u16(name: string): Uint16Array {
    const { form, count, packed } = this.#numbers(name);
    return isInPlace(form, 16)
      ? wordsOf(Uint16Array, packed)
      : unpacked(form, packed, new Uint16Array(count));
  }

  u32(name: string): Uint32Array {
    const { form, count, packed } = this.#numbers(name);
    return isInPlace(form, 32)
      ? wordsOf(Uint32Array, packed)
      : unpacked(form, packed, new Uint32Array(count));
  }

  f64(name: string): Float64Array {
    const { form, count, packed } = this.#numbers(name);
    if (form.bits === 0 && form.base === 0) return zeroNumbers(count);
    return isInPlace(form, 64)
      ? wordsOf(Float64Array, packed)
      : unpacked(form, packed, new Float64Array(count));
  }

  strings(name: string): readonly string[] {
    const { strings } = this.#columns.get(name) ?? {};
    if (!strings) throw new ColumnMissingError(`There is no column ${name} of strings`);
    const lengths = unpacked(
      strings.lengths.form,
      strings.lengths.packed,
      new Uint32Array(strings.lengths.count),
    );
    const text = DECODER.decode(strings.text);
    let end = 0;
    return Array.from(lengths, (length) => text.slice(end, (end += length)));
  }

  coded(name: string): Coded {
    const values = this.strings(name);
    const wide = newCodes(values.length, 0);
    if (wide instanceof Uint8Array) return { values, codes: this.u8(name) };
    return { values, codes: wide instanceof Uint16Array ? this.u16(name) : this.u32(name) };
  }

  #numbers(name: string): PackedNumbers {
    const { numbers } = this.#columns.get(name) ?? {};
    if (!numbers) throw new ColumnMissingError(`There is no column ${name} of numbers`);
    return numbers;
  }
}

/** @throws {RangeError} where the bytes end too early */
export function decodeColumns(bytes: Uint8Array): Columns {
  // Words are read in place, which they can be only at multiples of their size.
  const reader = new ByteReader(bytes.byteOffset % 8 === 0 ? bytes : bytes.slice());
  const heads = Array.from({ length: reader.word() }, () => readHead(reader));
  return new Columns(
    new Map(
      heads.map(({ name, lengths, text, numbers }): [string, PackedColumn] => [
        name,
        {
          ...(lengths && text !== undefined
            ? { strings: { lengths: readBody(reader, lengths), text: readBytes(reader, text) } }
            : {}),
          ...(numbers ? { numbers: readBody(reader, numbers) } : {}),
        },
      ]),
    ),
  );
}

interface NumbersHead {
  readonly count: number;
  readonly form: NumberForm;
}

interface Head {
  readonly name: string;
  readonly lengths?: NumbersHead;
  /** Bytes of all strings. */
  readonly text?: number;
  readonly numbers?: NumbersHead;
}

function readHead(reader: ByteReader): Head {
  const name = reader.name();
  const kind = reader.byte();
  if (kind === KIND.numbers) return { name, numbers: readNumbersHead(reader) };
  const strings = { name, lengths: readNumbersHead(reader), text: reader.word() };
  return kind === KIND.strings ? strings : { ...strings, numbers: readNumbersHead(reader) };
}

function readNumbersHead(reader: ByteReader): NumbersHead {
  const count = reader.word();
  const bits = reader.byte();
  const form = {
    bits: BITS.find((known) => known === bits) ?? 64,
    ascending: reader.byte() === 1,
    base: reader.number(),
    start: reader.number(),
  };
  return { count, form };
}

function readBody(reader: ByteReader, { count, form }: NumbersHead): PackedNumbers {
  return { count, form, packed: readBytes(reader, packedSize(form.bits, count)) };
}

function readBytes(reader: ByteReader, count: number): Uint8Array {
  reader.align();
  return reader.bytes(count);
}

function isInPlace({ bits, ascending, base }: NumberForm, width: number): boolean {
  return bits === width && !ascending && base === 0;
}

function unpacked<Into extends Numbers>(form: NumberForm, packed: Uint8Array, into: Into): Into {
  unpack(packed, form, into);
  return into;
}
