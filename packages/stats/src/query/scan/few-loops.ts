import type { Codes } from '../../columns/coded.ts';
import { differ } from './loops.ts';
import { type Mask, ON_DAY } from './mask.ts';
import { newMask } from './new-mask.ts';

/** What `loops.ts` does with all rows of a table, for those few that are counted. */

export function countFewByCode(few: Uint32Array, codes: Codes, found: Uint32Array): void {
  for (let index = 0; index < few.length; index += 1) {
    const code = codes[few[index] ?? 0] ?? 0;
    found[code] = (found[code] ?? 0) + 1;
  }
}

export function countFewByKind(
  few: Uint32Array,
  kinds: Uint8Array,
  codes: Codes,
  half: number,
  found: Uint32Array,
): void {
  for (let index = 0; index < few.length; index += 1) {
    const row = few[index] ?? 0;
    const place = (codes[row] ?? 0) + half * (kinds[row] ?? 0);
    found[place] = (found[place] ?? 0) + 1;
  }
}

export function countFewInBoth(few: Uint32Array, other: Mask): number {
  let count = 0;
  for (let index = 0; index < few.length; index += 1) count += other[few[index] ?? 0] ?? 0;
  return count;
}

export function countFewInBothByCode(few: Uint32Array, other: Mask, codes: Codes, found: Uint32Array): void {
  for (let index = 0; index < few.length; index += 1) {
    const row = few[index] ?? 0;
    const code = codes[row] ?? 0;
    found[code] = (found[code] ?? 0) + (other[row] ?? 0);
  }
}

export function countFewOwners(few: Uint32Array, owners: Uint32Array): number {
  let count = 0;
  let last = 0;
  for (let index = 0; index < few.length; index += 1) {
    const owner = (owners[few[index] ?? 0] ?? 0) + 1;
    count += differ(owner, last);
    last = owner;
  }
  return count;
}

export function countFewOwnersByCode(
  few: Uint32Array,
  owners: Uint32Array,
  codes: Codes,
  seen: Uint32Array,
  found: Uint32Array,
): void {
  for (let index = 0; index < few.length; index += 1) {
    const row = few[index] ?? 0;
    const code = codes[row] ?? 0;
    const owner = (owners[row] ?? 0) + 1;
    found[code] = (found[code] ?? 0) + differ(owner, seen[code] ?? 0);
    seen[code] = owner;
  }
}

export function countFewOwnersOfCodes(
  few: Uint32Array,
  owners: Uint32Array,
  codes: Codes,
  verdict: Uint8Array,
): number {
  let last = 0;
  let count = 0;
  for (let index = 0; index < few.length; index += 1) {
    const row = few[index] ?? 0;
    const owner = (owners[row] ?? 0) + 1;
    const isIn = verdict[codes[row] ?? 0] ?? 0;
    count += differ(owner, last) & isIn;
    last = (owner & -isIn) | (last & (isIn - 1));
  }
  return count;
}

export function countFewHolding(few: Uint32Array, from: Uint32Array, codes: Codes, found: Uint32Array): void {
  for (let index = 0; index < few.length; index += 1) {
    const row = few[index] ?? 0;
    const end = from[row + 1] ?? 0;
    for (let held = from[row] ?? 0; held < end; held += 1) {
      const code = codes[held] ?? 0;
      found[code] = (found[code] ?? 0) + 1;
    }
  }
}

export function countFewOwnersHolding(
  few: Uint32Array,
  owners: Uint32Array,
  from: Uint32Array,
  codes: Codes,
  seen: Uint32Array,
  found: Uint32Array,
): void {
  for (let index = 0; index < few.length; index += 1) {
    const row = few[index] ?? 0;
    const owner = (owners[row] ?? 0) + 1;
    const end = from[row + 1] ?? 0;
    for (let held = from[row] ?? 0; held < end; held += 1) {
      const code = codes[held] ?? 0;
      found[code] = (found[code] ?? 0) + differ(owner, seen[code] ?? 0);
      seen[code] = owner;
    }
  }
}

export function countFewOwnersHoldingAny(
  few: Uint32Array,
  owners: Uint32Array,
  from: Uint32Array,
  codes: Codes,
  verdict: Uint8Array,
): number {
  let last = 0;
  let count = 0;
  for (let index = 0; index < few.length; index += 1) {
    const row = few[index] ?? 0;
    const owner = (owners[row] ?? 0) + 1;
    const end = from[row + 1] ?? 0;
    let isIn = 0;
    for (let held = from[row] ?? 0; held < end; held += 1) isIn |= verdict[codes[held] ?? 0] ?? 0;
    count += differ(owner, last) & isIn;
    last = (owner & -isIn) | (last & (isIn - 1));
  }
  return count;
}

/** The parts of some rows that are on the day itself and whose code has a 1 in `verdict`. */
export function partsOnDay(
  few: Uint32Array,
  from: Uint32Array,
  codes: Codes,
  verdict: Uint8Array,
  hours: Uint8Array,
): Mask {
  const mask = newMask(hours.length);
  for (let index = 0; index < few.length; index += 1) {
    const row = few[index] ?? 0;
    const end = from[row + 1] ?? 0;
    for (let part = from[row] ?? 0; part < end; part += 1) {
      mask[part] = (verdict[codes[part] ?? 0] ?? 0) & (ON_DAY[hours[part] ?? 0] ?? 0);
    }
  }
  return mask;
}
