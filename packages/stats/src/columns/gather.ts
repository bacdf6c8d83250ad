import { type Coded, newCodes } from './coded.ts';

/** Rows of several columns: of which column each is, and its place there. Both are as long. */
export interface Places {
  readonly part: Uint16Array;
  readonly row: Uint32Array;
}

/** These rows as a column of their own, without the strings that none of them has. */
export function gatherCoded(parts: readonly Coded[], { part, row }: Places): Coded {
  const codeOf = new Map<string, number>();
  const known = parts.map(({ values }) => new Int32Array(values.length).fill(-1));
  const wide = new Uint32Array(row.length);
  for (let index = 0; index < wide.length; index += 1) {
    const from = part[index] ?? 0;
    const place = parts[from]?.codes[row[index] ?? 0] ?? 0;
    let code = known[from]?.[place] ?? -1;
    if (code === -1) {
      const value = parts[from]?.values[place] ?? '';
      code = codeOf.get(value) ?? codeOf.size;
      codeOf.set(value, code);
      const codes = known[from];
      if (codes) codes[place] = code;
    }
    wide[index] = code;
  }
  const codes = newCodes(codeOf.size, wide.length);
  codes.set(wide);
  return { values: [...codeOf.keys()], codes };
}
