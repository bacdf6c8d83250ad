import type { Codes } from '../../columns/coded.ts';
import { countOf, fewOf } from './few.ts';
import {
  countFewByCode,
  countFewByKind,
  countFewInBoth,
  countFewInBothByCode,
  countFewOwners,
  countFewOwnersByCode,
  countFewHolding,
  countFewOwnersHolding,
  countFewOwnersHoldingAny,
  countFewOwnersOfCodes,
} from './few-loops.ts';
import {
  countAllInBoth,
  countByCode,
  countByKind,
  countInBothByCode,
  countHolding,
  countOfCodes,
  countOwnersHoldingAny,
  countPartsByCode,
  countRepeats,
  countRepeatsOfCodes,
  sumAll,
  sumByCode,
  uncountRepeats,
  uncountRepeatsHolding,
} from './loops.ts';
import type { HeldValues } from './held-values.ts';
import type { Mask } from './mask.ts';
import type { Owners } from './owners.ts';
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

/** How many rows there are of each kind, which is 0 or 1. */
export function addRowsOfKinds(
  [zeros, ones]: readonly [Tally, Tally],
  mask: Mask,
  kinds: Uint8Array,
  { codes, groups }: Keys,
): void {
  const few = fewOf(mask);
  if (isOne(groups)) {
    const count = few ? countFewInBoth(few, kinds) : countAllInBoth(mask, kinds);
    zeros.add(groups[0], countOf(mask) - count);
    return ones.add(groups[0], count);
  }
  const half = groups.length;
  const found = roomFor(half * 2);
  if (few) countFewByKind(few, kinds, codes, half, found);
  else countByKind(mask, kinds, codes, half, found);
  zeros.take(found, groups);
  ones.take(found.subarray(half), groups);
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

/** How many owners the rows have. */
export function addOwners(tally: Tally, mask: Mask, { of, repeats }: Owners, { codes, groups }: Keys): void {
  const few = fewOf(mask);
  if (isOne(groups)) {
    const count = few ? countFewOwners(few, of) : countOf(mask) - countRepeats(mask, repeats, of);
    return tally.add(groups[0], count);
  }
  if (few) countFewOwnersByCode(few, of, codes, unseen(groups), room(groups));
  else {
    countByCode(mask, codes, room(groups));
    uncountRepeats(mask, repeats, of, codes, unseen(groups), room(groups));
  }
  tally.take(counts, groups);
}

/** How many rows hold each value. */
export function addHolding(
  tally: Tally,
  mask: Mask,
  { codes, visit, from }: HeldValues,
  groups: Uint32Array,
): void {
  const few = fewOf(mask);
  if (few) countFewHolding(few, from, codes, room(groups));
  else countHolding(mask, visit, codes, room(groups));
  tally.take(counts, groups);
}

/** How many owners the rows that hold each value have. */
export function addOwnersHolding(
  tally: Tally,
  mask: Mask,
  { of, repeats }: Owners,
  { codes, visit, from }: HeldValues,
  groups: Uint32Array,
): void {
  const few = fewOf(mask);
  if (few) countFewOwnersHolding(few, of, from, codes, unseen(groups), room(groups));
  else {
    countHolding(mask, visit, codes, room(groups));
    uncountRepeatsHolding(mask, repeats, of, from, codes, unseen(groups), room(groups));
  }
  tally.take(counts, groups);
}

/** How many owners the rows have that hold a value with a 1 in `verdict` by its code. */
export function countOwnersWith(
  mask: Mask,
  { of }: Owners,
  { codes, visit, from }: HeldValues,
  verdict: Uint8Array,
): number {
  const few = fewOf(mask);
  return few
    ? countFewOwnersHoldingAny(few, of, from, codes, verdict)
    : countOwnersHoldingAny(mask, of, visit, codes, verdict);
}

/** How many owners have a row whose code has a 1 in `verdict`. */
export function countOwnersBy(
  mask: Mask,
  { of, repeats }: Owners,
  codes: Codes,
  verdict: Uint8Array,
): number {
  const few = fewOf(mask);
  return few
    ? countFewOwnersOfCodes(few, of, codes, verdict)
    : countOfCodes(mask, codes, verdict) - countRepeatsOfCodes(mask, repeats, of, codes, verdict);
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

/** Empty, as `Tally.take` leaves it. */
function room({ length }: Uint32Array): Uint32Array {
  return roomFor(length);
}

function roomFor(places: number): Uint32Array {
  if (places > counts.length) counts = new Uint32Array(places * 2);
  return counts;
}

function unseen({ length }: Uint32Array): Uint32Array {
  if (length > seen.length) seen = new Uint32Array(length * 2);
  return seen.fill(0);
}
