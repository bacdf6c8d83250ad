import type { Vertex } from '../chart/polyline.ts';

export interface Spark {
  /** In a box of 100 by 100, y downwards; null where nothing is known. */
  readonly vertices: readonly (Vertex | null)[];
  readonly last: Vertex;
}

/** Room for the line's width above and below. */
const AIR = 12;

/** Null where fewer than two values are known: there is no shape to show. */
export function sparkOf(values: readonly (number | null)[]): Spark | null {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  const low = Math.min(...known);
  const span = Math.max(...known) - low;
  const y = (value: number) =>
    span === 0 ? 100 - AIR : 100 - AIR - ((value - low) / span) * (100 - 2 * AIR);
  const vertices = values.map((value, index): Vertex | null =>
    value === null ? null : [rounded((index / (values.length - 1)) * 100), rounded(y(value))],
  );
  const last = vertices.findLast((vertex) => vertex !== null);
  return last ? { vertices, last } : null;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
