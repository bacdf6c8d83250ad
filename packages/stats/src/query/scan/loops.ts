import type { Codes } from '../../columns/coded.ts';
import type { Mask } from './mask.ts';

/**
 * The loops over rows in which everything is counted: by the codes of one day's dictionary, into `found`.
 *
 * Each is a function of its own with nothing after it: a loop that is compiled while it runs is compiled for what it has
 * seen, and a function that goes on afterwards would be thrown out of that code each time. None of them branches on what
 * is in a row, which no processor can guess: it would cost more than all else.
 */

export function countAll(mask: Mask): number {
  let count = 0;
  for (let row = 0; row < mask.length; row += 1) count += mask[row] ?? 0;
  return count;
}

export function countByCode(mask: Mask, codes: Codes, found: Uint32Array): void {
  for (let row = 0; row < mask.length; row += 1) {
    const code = codes[row] ?? 0;
    found[code] = (found[code] ?? 0) + (mask[row] ?? 0);
  }
}

/** Rows of kind 1 are counted `half` places after those of kind 0. */
export function countByKind(
  mask: Mask,
  kinds: Uint8Array,
  codes: Codes,
  half: number,
  found: Uint32Array,
): void {
  for (let row = 0; row < mask.length; row += 1) {
    const place = (codes[row] ?? 0) + half * (kinds[row] ?? 0);
    found[place] = (found[place] ?? 0) + (mask[row] ?? 0);
  }
}

export function countAllInBoth(mask: Mask, other: Mask): number {
  let count = 0;
  for (let row = 0; row < mask.length; row += 1) count += (mask[row] ?? 0) & (other[row] ?? 0);
  return count;
}

export function countInBothByCode(mask: Mask, other: Mask, codes: Codes, found: Uint32Array): void {
  for (let row = 0; row < mask.length; row += 1) {
    const code = codes[row] ?? 0;
    found[code] = (found[code] ?? 0) + ((mask[row] ?? 0) & (other[row] ?? 0));
  }
}

export function sumAll(mask: Mask, values: ArrayLike<number>): number {
  let sum = 0;
  for (let row = 0; row < mask.length; row += 1) sum += (mask[row] ?? 0) * (values[row] ?? 0);
  return sum;
}

export function sumByCode(mask: Mask, values: Uint32Array, codes: Codes, sums: Float64Array): void {
  for (let row = 0; row < mask.length; row += 1) {
    const code = codes[row] ?? 0;
    sums[code] = (sums[code] ?? 0) + (mask[row] ?? 0) * (values[row] ?? 0);
  }
}

/** 1 where two numbers of 32 bits differ, 0 where they are equal. */
export function differ(a: number, b: number): number {
  const difference = a ^ b;
  return (difference | -difference) >>> 31;
}

/**
 * How many rows of a mask are of an owner of whom one was there before: less so many there are owners. `repeats` are the
 * rows of owners that have several.
 */
export function countRepeats(mask: Mask, repeats: Uint32Array, owners: Uint32Array): number {
  let last = 0;
  let count = 0;
  for (let index = 0; index < repeats.length; index += 1) {
    const row = repeats[index] ?? 0;
    const owner = (owners[row] ?? 0) + 1;
    const isCounted = mask[row] ?? 0;
    count += (1 - differ(owner, last)) & isCounted;
    last = (owner & -isCounted) | (last & (isCounted - 1));
  }
  return count;
}

/** Takes those away from what `countByCode` found. `seen` is all 0 at first. */
export function uncountRepeats(
  mask: Mask,
  repeats: Uint32Array,
  owners: Uint32Array,
  codes: Codes,
  seen: Uint32Array,
  found: Uint32Array,
): void {
  for (let index = 0; index < repeats.length; index += 1) {
    const row = repeats[index] ?? 0;
    const code = codes[row] ?? 0;
    const owner = (owners[row] ?? 0) + 1;
    const last = seen[code] ?? 0;
    const isCounted = mask[row] ?? 0;
    found[code] = (found[code] ?? 0) - ((1 - differ(owner, last)) & isCounted);
    seen[code] = (owner & -isCounted) | (last & (isCounted - 1));
  }
}

/** How many rows have a code with a 1 in `verdict`. */
export function countOfCodes(mask: Mask, codes: Codes, verdict: Uint8Array): number {
  let count = 0;
  for (let row = 0; row < mask.length; row += 1) {
    count += (mask[row] ?? 0) & (verdict[codes[row] ?? 0] ?? 0);
  }
  return count;
}

/** How many of those are repeats. */
export function countRepeatsOfCodes(
  mask: Mask,
  repeats: Uint32Array,
  owners: Uint32Array,
  codes: Codes,
  verdict: Uint8Array,
): number {
  let last = 0;
  let count = 0;
  for (let index = 0; index < repeats.length; index += 1) {
    const row = repeats[index] ?? 0;
    const owner = (owners[row] ?? 0) + 1;
    const isIn = (mask[row] ?? 0) & (verdict[codes[row] ?? 0] ?? 0);
    count += (1 - differ(owner, last)) & isIn;
    last = (owner & -isIn) | (last & (isIn - 1));
  }
  return count;
}

/** How many rows hold each code; `rows` are those that hold them. */
export function countHolding(mask: Mask, rows: Codes, codes: Codes, found: Uint32Array): void {
  for (let held = 0; held < codes.length; held += 1) {
    const code = codes[held] ?? 0;
    found[code] = (found[code] ?? 0) + (mask[rows[held] ?? 0] ?? 0);
  }
}

/** Takes away from what `countHolding` found the rows of owners of whom one held the code before. */
export function uncountRepeatsHolding(
  mask: Mask,
  repeats: Uint32Array,
  owners: Uint32Array,
  from: Uint32Array,
  codes: Codes,
  seen: Uint32Array,
  found: Uint32Array,
): void {
  for (let index = 0; index < repeats.length; index += 1) {
    const row = repeats[index] ?? 0;
    const owner = (owners[row] ?? 0) + 1;
    const isCounted = mask[row] ?? 0;
    const end = from[row + 1] ?? 0;
    for (let held = from[row] ?? 0; held < end; held += 1) {
      const code = codes[held] ?? 0;
      const last = seen[code] ?? 0;
      found[code] = (found[code] ?? 0) - ((1 - differ(owner, last)) & isCounted);
      seen[code] = (owner & -isCounted) | (last & (isCounted - 1));
    }
  }
}

/** How many owners have a row that holds a code with a 1 in `verdict`. */
export function countOwnersHoldingAny(
  mask: Mask,
  owners: Uint32Array,
  rows: Codes,
  codes: Codes,
  verdict: Uint8Array,
): number {
  let last = 0;
  let count = 0;
  for (let held = 0; held < codes.length; held += 1) {
    const row = rows[held] ?? 0;
    const owner = (owners[row] ?? 0) + 1;
    const isIn = (mask[row] ?? 0) & (verdict[codes[held] ?? 0] ?? 0);
    count += differ(owner, last) & isIn;
    last = (owner & -isIn) | (last & (isIn - 1));
  }
  return count;
}

/** How many parts of a mask the rows with each code have. */
export function countPartsByCode(parts: Mask, from: Uint32Array, codes: Codes, found: Uint32Array): void {
  for (let row = 0; row + 1 < from.length; row += 1) {
    const code = codes[row] ?? 0;
    const end = from[row + 1] ?? 0;
    let count = 0;
    for (let part = from[row] ?? 0; part < end; part += 1) count += parts[part] ?? 0;
    found[code] = (found[code] ?? 0) + count;
  }
}

export function sumByGroup(
  sums: Float64Array,
  mask: Mask,
  values: ArrayLike<number>,
  groups: Uint32Array,
): void {
  for (let row = 0; row < mask.length; row += 1) {
    const group = groups[row] ?? 0;
    sums[group] = (sums[group] ?? 0) + (mask[row] ?? 0) * (values[row] ?? 0);
  }
}

/** The group of each row. */
export function groupsOf(codes: Codes, groups: Uint32Array): Uint32Array {
  const found = new Uint32Array(codes.length);
  for (let row = 0; row < found.length; row += 1) found[row] = groups[codes[row] ?? 0] ?? 0;
  return found;
}

/** 0 where there are none. */
export function highest(numbers: Uint32Array): number {
  let last = 0;
  for (let row = 0; row < numbers.length; row += 1) last = Math.max(last, numbers[row] ?? 0);
  return last;
}

/** Writes the places of the rows of a mask, of which `list` holds one more than there are rows; returns how many. */
export function listRows(mask: Mask, list: Uint32Array): number {
  let count = 0;
  for (let row = 0; row < mask.length; row += 1) {
    list[count] = row;
    count += mask[row] ?? 0;
  }
  return count;
}
