/** A column of strings: each different one once, and for every row its place among them. */
export interface Coded {
  readonly values: readonly string[];
  readonly codes: Codes;
}

/** As narrow as the number of different values lets them be. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

export function valueAt({ values, codes }: Coded, row: number): string {
  return values[codes[row] ?? 0] ?? '';
}

/** Zeros for so many rows, wide enough for codes of so many different values. */
export function newCodes(values: number, rows: number): Codes {
  if (values <= 2 ** 8) return new Uint8Array(rows);
  return values <= 2 ** 16 ? new Uint16Array(rows) : new Uint32Array(rows);
}

export function coded(strings: readonly string[]): Coded {
  const places = new Map<string, number>();
  const wide = Uint32Array.from(strings, (string) => {
    const known = places.get(string);
    if (known === undefined) places.set(string, places.size);
    return known ?? places.size - 1;
  });
  const codes = newCodes(places.size, strings.length);
  codes.set(wide);
  return { values: [...places.keys()], codes };
}
