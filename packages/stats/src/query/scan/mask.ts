import type { Coded, Codes } from '../../columns/coded.ts';
import { ELSEWHERE } from '../../days/day-segment.ts';
import { newMask } from './new-mask.ts';

/** Which rows of a table are counted: 1 for each that is, 0 for each that is not. */
export type Mask = Uint8Array;

/** Rows whose code has a 1 in `verdict` and that are on the day itself. */
export function rowsOnDay(codes: Codes, verdict: Uint8Array, hours: Uint8Array): Mask {
  const mask = newMask(hours.length);
  for (let row = 0; row < mask.length; row += 1) {
    mask[row] = (verdict[codes[row] ?? 0] ?? 0) & (ON_DAY[hours[row] ?? 0] ?? 0);
  }
  return mask;
}

/** The same of what belongs to those rows, of which `owners` are the places. */
export function ownedOnDay(owners: Uint32Array, hours: Uint8Array): Mask {
  const mask = newMask(owners.length);
  for (let part = 0; part < mask.length; part += 1) mask[part] = ON_DAY[hours[owners[part] ?? 0] ?? 0] ?? 0;
  return mask;
}

/** What belongs to the rows of a mask, of which `owners` are the places. */
export function partsOfOwners(owners: Uint32Array, rows: Mask): Mask {
  const mask = newMask(owners.length);
  for (let part = 0; part < mask.length; part += 1) mask[part] = rows[owners[part] ?? 0] ?? 0;
  return mask;
}

/** 1 for each hour of the day. */
export const ON_DAY = new Uint8Array(256).fill(1);
ON_DAY[ELSEWHERE] = 0;

/** 1 for the code of one value. */
export function verdictOn({ values }: Coded, wanted: string): Uint8Array {
  return Uint8Array.from(values, (value) => Number(value === wanted));
}

/** Keeps the rows whose code has a 1 in `verdict`. */
export function keepCodes(mask: Mask, codes: ArrayLike<number>, verdict: Uint8Array): void {
  for (let row = 0; row < mask.length; row += 1) {
    mask[row] = (mask[row] ?? 0) & (verdict[codes[row] ?? 0] ?? 0);
  }
}

/** Keeps the rows that are in `other` as well. */
export function keepBoth(mask: Mask, other: Mask): void {
  for (let row = 0; row < mask.length; row += 1) mask[row] = (mask[row] ?? 0) & (other[row] ?? 0);
}

/** Adds the rows of `other`. */
export function addRows(mask: Mask, other: Mask): void {
  for (let row = 0; row < mask.length; row += 1) mask[row] = (mask[row] ?? 0) | (other[row] ?? 0);
}

/** Takes away the rows of `other`. */
export function removeRows(mask: Mask, other: Mask): void {
  for (let row = 0; row < mask.length; row += 1) mask[row] = (mask[row] ?? 0) & ~(other[row] ?? 0);
}

/** What belongs to the rows of a mask. */
export function partsIn(rows: Mask, from: Uint32Array): Mask {
  const parts = newMask(from.at(-1) ?? 0);
  // Where it changes, first: one pass over rows and one over parts, without a loop in a loop.
  let last = 0;
  for (let row = 0; row < rows.length; row += 1) {
    const isIn = rows[row] ?? 0;
    const first = from[row] ?? 0;
    if (first < parts.length) parts[first] = (parts[first] ?? 0) ^ isIn ^ last;
    last = isIn;
  }
  let isIn = 0;
  for (let part = 0; part < parts.length; part += 1) parts[part] = isIn ^= parts[part] ?? 0;
  return parts;
}

/** Keeps the rows that have a part whose code has a 1 in `verdict`: those of `row` are from `from[row]` to before `from[row + 1]`. */
export function keepWithPart(mask: Mask, from: Uint32Array, codes: Codes, verdict: Uint8Array): void {
  for (let row = 0; row < mask.length; row += 1) {
    if (mask[row] === 0) continue;
    const end = from[row + 1] ?? 0;
    let found = 0;
    for (let part = from[row] ?? 0; part < end; part += 1) found |= verdict[codes[part] ?? 0] ?? 0;
    mask[row] = found;
  }
}
