import { countAll, listRows } from './loops.ts';
import type { Mask } from './mask.ts';
import { newList } from './new-mask.ts';

/** Up to this share of a table its rows are looked at one by one, and not all of the table. */
const FEW = 1 / 3;

const known = new WeakMap<Mask, Uint32Array | null>();

/** The rows of a mask where they are few; null where they are not. Found out once for a mask. */
export function fewOf(mask: Mask): Uint32Array | null {
  let few = known.get(mask);
  if (few === undefined) known.set(mask, (few = findFew(mask)));
  return few;
}

function findFew(mask: Mask): Uint32Array | null {
  const list = newList(mask.length + 1);
  const count = listRows(mask, list);
  return count <= mask.length * FEW ? list.slice(0, count) : null;
}

const counts = new WeakMap<Mask, number>();

/** How many rows a mask has. Found out once for a mask. */
export function countOf(mask: Mask): number {
  let count = counts.get(mask);
  if (count === undefined) counts.set(mask, (count = countAll(mask)));
  return count;
}
