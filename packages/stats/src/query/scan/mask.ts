import type { Codes } from '../../columns/coded.ts';

/** Which rows of a table are counted: 1 for each that is, 0 for each that is not. */
export type Mask = Uint8Array;

/** Rows of a table that belong to rows of another: those of `row` are from `from[row]` to before `from[row + 1]`. */
export interface Parts {
  readonly from: Uint32Array;
  /** Only those with this code; null: all. */
  readonly kind: { readonly codes: Codes; readonly code: number } | null;
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

/** Keeps what belongs to the rows in `rows`. */
export function keepPartsOf(mask: Mask, from: Uint32Array, rows: Mask): void {
  for (let row = 0; row < rows.length; row += 1) {
    if (rows[row] === 1) continue;
    const end = from[row + 1] ?? 0;
    for (let part = from[row] ?? 0; part < end; part += 1) mask[part] = 0;
  }
}

/** Keeps the rows that have a part whose code has a 1 in `verdict`. */
export function keepWithPart(mask: Mask, { from, kind }: Parts, codes: Codes, verdict: Uint8Array): void {
  const kinds = kind?.codes ?? null;
  const wanted = kind?.code ?? 0;
  for (let row = 0; row < mask.length; row += 1) {
    if (mask[row] === 0) continue;
    const end = from[row + 1] ?? 0;
    let found = 0;
    for (let part = from[row] ?? 0; part < end && found === 0; part += 1) {
      if (kinds === null || kinds[part] === wanted) found = verdict[codes[part] ?? 0] ?? 0;
    }
    mask[row] = found;
  }
}

/** What belongs to the rows of a mask. */
export function partsIn(rows: Mask, from: Uint32Array): Mask {
  const parts = new Uint8Array(from.at(-1) ?? 0).fill(1);
  keepPartsOf(parts, from, rows);
  return parts;
}
