/** An answer as every database gives it: rows of values, in their order. */
export type Table = readonly (readonly (string | number | null)[])[];

/** The first difference between two answers in words; null where they are equal to the last digit. */
export function difference(ours: Table, theirs: Table): string | null {
  for (let row = 0; row < Math.max(ours.length, theirs.length); row += 1) {
    const [a, b] = [JSON.stringify(ours[row] ?? null), JSON.stringify(theirs[row] ?? null)];
    if (a !== b) return `row ${row + 1}: ${a} and ${b}`;
  }
  return null;
}
