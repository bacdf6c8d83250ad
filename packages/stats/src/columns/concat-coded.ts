import { type Coded, newCodes } from './coded.ts';

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
  for (const [index, part] of parts.entries()) {
    const to = moved[index];
    for (const code of part.codes) codes[row++] = to?.[code] ?? 0;
  }
  return { values: [...places.keys()], codes };
}
