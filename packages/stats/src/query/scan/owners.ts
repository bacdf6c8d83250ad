import { rowNumbers } from './row-numbers.ts';

/** Whose the rows of a table are. Those of one owner stand together. */
export interface Owners {
  readonly of: Uint32Array;
  /** The rows of owners that have several, in their order: only they can be counted twice, and they are few. */
  readonly repeats: Uint32Array;
}

const NONE = new Uint32Array();

/** Every row is its own. */
export function ownRows(rows: number): Owners {
  return { of: rowNumbers(rows), repeats: NONE };
}

export function repeatsIn(owners: Uint32Array): Uint32Array {
  const repeats = new Uint32Array(owners.length);
  let count = 0;
  for (let row = 0; row < owners.length; row += 1) {
    const owner = owners[row];
    if (owners[row - 1] !== owner && owners[row + 1] !== owner) continue;
    repeats[count] = row;
    count += 1;
  }
  return repeats.slice(0, count);
}
