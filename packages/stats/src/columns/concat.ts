import { type Coded, newCodes } from './coded.ts';
import type { Numbers } from './numbers.ts';

/** The rows of several columns of strings as one column; each different string once. */
export function concatCoded(parts: readonly Coded[]): Coded {
  const places = new Map<string, number>();
  const moved = parts.map(({ values }) =>
    Uint32Array.from(values, (value) => {
      const place = places.get(value) ?? places.size;
      places.set(value, place);
      return place;
    }),
  );
  const codes = newCodes(
    places.size,
    parts.reduce((rows, part) => rows + part.codes.length, 0),
  );
  let row = 0;
  for (const [index, { codes: from }] of parts.entries()) {
    const to = moved[index] ?? new Uint32Array();
    for (let each = 0; each < from.length; each += 1) codes[row++] = to[from[each] ?? 0] ?? 0;
  }
  return { values: [...places.keys()], codes };
}

/** The rows of one column, then those of another. */
export function concatNumbers<Column extends Numbers>(
  Type: new (length: number) => Column,
  first: Column,
  second: Column,
): Column {
  const joined = new Type(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}
