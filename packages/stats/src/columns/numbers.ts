/** A column of numbers. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/**
 * How numbers are kept: `base` plus that many bits each or, where they never fall and their differences are smaller, each
 * that much more than the one before. 0 bits: all are the same. 64: as they are.
 */
export interface NumberForm {
  readonly bits: Bits;
  readonly ascending: boolean;
  readonly base: number;
  /** What comes before the first of ascending numbers, less `base`; 0 otherwise. */
  readonly start: number;
}

export const BITS = [0, 1, 2, 4, 8, 16, 24, 32, 64] as const;
export type Bits = (typeof BITS)[number];

const AS_THEY_ARE: NumberForm = { bits: 64, ascending: false, base: 0, start: 0 };

/** The form that takes the fewest bytes. */
export function formOf(numbers: Numbers): NumberForm {
  const [first = 0] = numbers;
  let [low, high, leastStep, greatestStep] = [first, first, Infinity, -Infinity];
  let previous = first;
  for (let index = 0; index < numbers.length; index += 1) {
    const number = numbers[index] ?? 0;
    if (!Number.isSafeInteger(number)) return AS_THEY_ARE;
    if (number < low) low = number;
    if (number > high) high = number;
    if (index > 0) {
      const step = number - previous;
      if (step < leastStep) leastStep = step;
      if (step > greatestStep) greatestStep = step;
    }
    previous = number;
  }
  // Beyond that, differences are not exact.
  if (!Number.isSafeInteger(high - low)) return AS_THEY_ARE;
  const plain = bitsFor(high - low);
  const isExact = leastStep >= 0 && Number.isSafeInteger(first - leastStep);
  const stepped = isExact ? bitsFor(greatestStep - leastStep) : 64;
  if (stepped < plain) {
    return { bits: stepped, ascending: true, base: leastStep, start: first - leastStep };
  }
  if (plain === 64) return AS_THEY_ARE;
  // Without a base whole words can be read in place.
  const base = low >= 0 && plain > 0 && bitsFor(high) === plain ? 0 : low;
  return { bits: plain, ascending: false, base, start: 0 };
}

function bitsFor(greatest: number): Bits {
  return BITS.find((bits) => bits < 64 && greatest < 2 ** bits) ?? 64;
}

/** Bytes that so many numbers take. */
export function packedSize(bits: Bits, count: number): number {
  return Math.ceil((bits * count) / 8);
}

export function pack(numbers: Numbers, { bits, ascending, base, start }: NumberForm): Uint8Array {
  if (bits === 64) return bytesOf(Float64Array.from(numbers));
  const packed = new Uint8Array(packedSize(bits, numbers.length));
  if (bits === 0) return packed;
  let previous = start;
  for (let index = 0; index < numbers.length; index += 1) {
    const number = numbers[index] ?? 0;
    put(packed, bits, index, ascending ? number - previous - base : number - base);
    previous = number;
  }
  return packed;
}

function put(packed: Uint8Array, bits: Bits, index: number, value: number): void {
  if (bits < 8) {
    const bit = index * bits;
    packed[bit >> 3] = (packed[bit >> 3] ?? 0) | (value << (bit & 7));
    return;
  }
  // Little-endian, so that whole words can be read in place.
  const at = index * (bits / 8);
  for (let byte = 0; byte < bits / 8; byte += 1) packed[at + byte] = value >>> (byte * 8);
}

/** Fills `into` with the numbers that were packed. */
export function unpack(packed: Uint8Array, form: NumberForm, into: Numbers): void {
  if (form.bits === 64) into.set(wordsOf(Float64Array, packed));
  else if (form.bits === 0) into.fill(0);
  else if (form.bits < 8) unpackBits(packed, form.bits, into);
  else unpackBytes(packed, form.bits, into);
  if (form.ascending) {
    let sum = form.start;
    for (let index = 0; index < into.length; index += 1) {
      sum += (into[index] ?? 0) + form.base;
      into[index] = sum;
    }
  } else if (form.base !== 0) {
    for (let index = 0; index < into.length; index += 1) into[index] = (into[index] ?? 0) + form.base;
  }
}

function unpackBits(packed: Uint8Array, bits: Bits, into: Numbers): void {
  const mask = 2 ** bits - 1;
  let at = 0;
  for (const byte of packed) {
    for (let shift = 0; shift < 8 && at < into.length; shift += bits) into[at++] = (byte >> shift) & mask;
  }
}

function unpackBytes(packed: Uint8Array, bits: Bits, into: Numbers): void {
  if (bits === 8) return into.set(packed);
  if (bits === 16) return into.set(wordsOf(Uint16Array, packed));
  if (bits === 32) return into.set(wordsOf(Uint32Array, packed));
  for (let index = 0, at = 0; index < into.length; index += 1, at += 3) {
    into[index] = (packed[at] ?? 0) | ((packed[at + 1] ?? 0) << 8) | ((packed[at + 2] ?? 0) << 16);
  }
}

interface Words<Type> {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): Type;
}

/** Bytes as words, where they are; they have to begin at a multiple of the word's size. */
export function wordsOf<Type>(Type: Words<Type>, { buffer, byteOffset, byteLength }: Uint8Array): Type {
  return new Type(buffer, byteOffset, byteLength / Type.BYTES_PER_ELEMENT);
}

export function bytesOf(array: Numbers): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
