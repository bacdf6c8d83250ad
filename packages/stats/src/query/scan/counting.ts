import type { Codes } from '../../columns/coded.ts';
import { countOf, fewOf } from './few.ts';
import {
  countFewByCode,
  countFewInBoth,
  countFewInBothByCode,
  countFewOwners,
  countFewOwnersByCode,
  countFewOwnersOfParts,
  countFewOwnersWithPart,
} from './few-loops.ts';
import {
  countAllInBoth,
  countByCode,
  countInBothByCode,
  countOwners,
  countOwnersByCode,
  countOwnersOfParts,
  countOwnersWithPart,
  countPartsByCode,
  stepsOfOwners,
  sumAll,
  sumByCode,
} from './loops.ts';
import type { Mask, Parts } from './mask.ts';
import type { Tally } from './tally.ts';

/** What the rows of a table are told apart by. */
export interface Keys {
  /** One per row; where there is one group only they are not looked at. */
  readonly codes: Codes;
  /** The group that each code stands for, whatever day it is of. */
  readonly groups: Uint32Array;
}

/** How many rows there are. */
export function addRows(tally: Tally, mask: Mask, { codes, groups }: Keys): void {
  if (isOne(groups)) return tally.add(groups[0], countOf(mask));
  const few = fewOf(mask);
  if (few) countFewByCode(few, codes, room(groups));
  else countByCode(mask, codes, room(groups));
  tally.take(counts, groups);
}

/** How many rows there are that are in another mask, too. */
export function addRowsInBoth(tally: Tally, mask: Mask, other: Mask, { codes, groups }: Keys): void {
  const few = fewOf(mask);
  if (isOne(groups)) {
    return tally.add(groups[0], few ? countFewInBoth(few, other) : countAllInBoth(mask, other));
  }
  if (few) countFewInBothByCode(few, other, codes, room(groups));
  else countInBothByCode(mask, other, codes, room(groups));
  tally.take(counts, groups);
}

/** How many of some rows there are. */
export function addSomeRows(tally: Tally, mask: Mask, some: Uint32Array, { codes, groups }: Keys): void {
  for (const row of some) {
    if (mask[row] === 1) tally.add(groups[codes[row] ?? 0] ?? 0, 1);
  }
}

/** What a column adds up to. */
export function addValues(tally: Tally, mask: Mask, values: Uint32Array, { codes, groups }: Keys): void {
  if (isOne(groups)) return tally.add(groups[0], sumAll(mask, values));
  const sums = new Float64Array(Math.max(groups.length, LEAST_ROOM));
  sumByCode(mask, values, codes, sums);
  tally.take(sums, groups);
}

/** How many owners the rows have. The rows of an owner stand together. */
export function addOwners(tally: Tally, mask: Mask, owners: Uint32Array, { codes, groups }: Keys): void {
  const few = fewOf(mask);
  if (isOne(groups)) {
    return tally.add(groups[0], few ? countFewOwners(few, owners) : countOwners(mask, owners));
  }
  if (few) countFewOwnersByCode(few, owners, codes, unseen(groups), room(groups));
  else countOwnersByCode(mask, owners, codes, unseen(groups), room(groups));
  tally.take(counts, groups);
}

/** How many owners the rows have that have parts; keys are of the parts. */
export function addOwnersByPart(
  tally: Tally,
  mask: Mask,
  owners: Uint32Array,
  { from, kinds, wanted }: Parts,
  { codes, groups }: Keys,
): void {
  const few = fewOf(mask);
  if (few) {
    countFewOwnersOfParts(few, owners, from, kinds, wanted, codes, unseen(groups), room(groups));
  } else {
    const owned = noSteps(codes.length);
    stepsOfOwners(mask, owners, from, owned);
    countOwnersOfParts(owned, kinds, wanted, codes, unseen(groups), room(groups));
  }
  tally.take(counts, groups);
}

/** How many owners the rows have that have a part whose code has a 1 in `verdict`. */
export function countOwnersWith(
  mask: Mask,
  owners: Uint32Array,
  { from, kinds, wanted }: Parts,
  codes: Codes,
  verdict: Uint8Array,
): number {
  const few = fewOf(mask);
  if (few) return countFewOwnersWithPart(few, owners, from, kinds, wanted, codes, verdict);
  const owned = noSteps(codes.length);
  stepsOfOwners(mask, owners, from, owned);
  return countOwnersWithPart(owned, kinds, wanted, codes, verdict);
}

/** How many parts the rows have; the mask is of the parts, the keys of the rows. */
export function addParts(tally: Tally, parts: Mask, from: Uint32Array, { codes, groups }: Keys): void {
  if (isOne(groups)) return tally.add(groups[0], countOf(parts));
  countPartsByCode(parts, from, codes, room(groups));
  tally.take(counts, groups);
}

function isOne(groups: Uint32Array): groups is Uint32Array & { readonly 0: number } {
  return groups.length === 1;
}

/** Any code of one byte has room, those included that stand for nothing. */
const LEAST_ROOM = 256;
let counts = new Uint32Array(LEAST_ROOM);
let seen = new Uint32Array(LEAST_ROOM);
let steps = new Int32Array(LEAST_ROOM);

/** Empty, as `Tally.take` leaves it. */
function room({ length }: Uint32Array): Uint32Array {
  if (length > counts.length) counts = new Uint32Array(length * 2);
  return counts;
}

function unseen({ length }: Uint32Array): Uint32Array {
  if (length > seen.length) seen = new Uint32Array(length * 2);
  return seen.fill(0);
}

/** Empty, as loops over parts leave it. */
function noSteps(parts: number): Int32Array {
  if (parts > steps.length) steps = new Int32Array(parts * 2);
  return steps;
}
