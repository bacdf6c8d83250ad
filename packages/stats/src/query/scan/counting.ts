import type { Codes } from '../../columns/coded.ts';
import type { Mask, Parts } from './mask.ts';
import type { Tally } from './tally.ts';

/**
 * The loops that everything is counted in. They run over columns of numbers, count by the codes of one day's dictionary
 * and only then add to the groups that those stand for: no loop over rows looks at a string or at a map.
 */

/** What the rows of a table are told apart by. */
export interface Keys {
  /** One per row; null: all rows are the same. */
  readonly codes: Codes | null;
  /** The group that each code stands for, whatever day it is of. */
  readonly groups: Uint32Array;
}

/** How many rows there are. */
export function countRows(tally: Tally, mask: Mask, { codes, groups }: Keys): void {
  if (codes === null || groups.length === 1) tally.add(groups[0] ?? 0, sumOf(mask));
  else {
    const found = room(groups.length);
    for (let row = 0; row < mask.length; row += 1) {
      const code = codes[row] ?? 0;
      found[code] = (found[code] ?? 0) + (mask[row] ?? 0);
    }
    tally.take(found, groups);
  }
}

/** How many rows there are that are in another mask, too. */
export function countBoth(tally: Tally, mask: Mask, other: Mask, { codes, groups }: Keys): void {
  const found = room(groups.length);
  for (let row = 0; row < mask.length; row += 1) {
    const code = codes === null ? 0 : (codes[row] ?? 0);
    found[code] = (found[code] ?? 0) + ((mask[row] ?? 0) & (other[row] ?? 0));
  }
  tally.take(found, groups);
}

/** How many of some rows there are. */
export function countSome(tally: Tally, mask: Mask, some: Uint32Array, { codes, groups }: Keys): void {
  for (const row of some) {
    if (mask[row] === 1) tally.add(groups[codes?.[row] ?? 0] ?? 0, 1);
  }
}

/** What a column adds up to. */
export function sumRows(tally: Tally, mask: Mask, values: ArrayLike<number>, { codes, groups }: Keys): void {
  const sums = new Float64Array(Math.max(groups.length, LEAST_ROOM));
  for (let row = 0; row < mask.length; row += 1) {
    if (mask[row] === 0) continue;
    const code = codes === null ? 0 : (codes[row] ?? 0);
    sums[code] = (sums[code] ?? 0) + (values[row] ?? 0);
  }
  tally.take(sums, groups);
}

/** How many owners the rows have. The rows of an owner stand together, and owners ascend. */
export function countOwners(tally: Tally, mask: Mask, owners: Uint32Array, { codes, groups }: Keys): void {
  if (codes === null || groups.length === 1) tally.add(groups[0] ?? 0, ownersOf(mask, owners));
  else {
    const [found, seen] = [room(groups.length), lastSeen(groups.length)];
    for (let row = 0; row < mask.length; row += 1) {
      if (mask[row] === 0) continue;
      const code = codes[row] ?? 0;
      const owner = (owners[row] ?? 0) + 1;
      if (seen[code] === owner) continue;
      seen[code] = owner;
      found[code] = (found[code] ?? 0) + 1;
    }
    tally.take(found, groups);
  }
}

/** How many rows have a part with a code or, with `owners`, how many owners have such rows. */
export function countByParts(
  tally: Tally,
  mask: Mask,
  { from, kind }: Parts,
  { codes, groups }: Keys,
  owners: Uint32Array | null,
): void {
  const [found, seen] = [room(groups.length), lastSeen(groups.length)];
  const kinds = kind?.codes ?? null;
  const wanted = kind?.code ?? 0;
  for (let row = 0; row < mask.length; row += 1) {
    if (mask[row] === 0) continue;
    const owner = (owners === null ? row : (owners[row] ?? 0)) + 1;
    const end = from[row + 1] ?? 0;
    for (let part = from[row] ?? 0; part < end; part += 1) {
      if (kinds !== null && kinds[part] !== wanted) continue;
      const code = codes?.[part] ?? 0;
      if (seen[code] === owner) continue;
      seen[code] = owner;
      found[code] = (found[code] ?? 0) + 1;
    }
  }
  tally.take(found, groups);
}

/** How many parts the rows have; the mask is of the parts, the keys of the rows. */
export function countParts(tally: Tally, parts: Mask, from: Uint32Array, { codes, groups }: Keys): void {
  const found = room(groups.length);
  for (let row = 0; row + 1 < from.length; row += 1) {
    const end = from[row + 1] ?? 0;
    let count = 0;
    for (let part = from[row] ?? 0; part < end; part += 1) count += parts[part] ?? 0;
    const code = codes === null ? 0 : (codes[row] ?? 0);
    found[code] = (found[code] ?? 0) + count;
  }
  tally.take(found, groups);
}

function sumOf(mask: Mask): number {
  let count = 0;
  for (let row = 0; row < mask.length; row += 1) count += mask[row] ?? 0;
  return count;
}

function ownersOf(mask: Mask, owners: Uint32Array): number {
  let count = 0;
  let last = -1;
  for (let row = 0; row < mask.length; row += 1) {
    if (mask[row] === 0 || owners[row] === last) continue;
    last = owners[row] ?? 0;
    count += 1;
  }
  return count;
}

/** Any code of one byte has room, those included that stand for nothing. */
const LEAST_ROOM = 256;
let counts = new Uint32Array(LEAST_ROOM);
let seen = new Uint32Array(LEAST_ROOM);

/** Empty, as `Tally.take` leaves it. */
function room(codes: number): Uint32Array {
  if (codes > counts.length) counts = new Uint32Array(codes * 2);
  return counts;
}

function lastSeen(codes: number): Uint32Array {
  if (codes > seen.length) seen = new Uint32Array(codes * 2);
  return seen.fill(0);
}
