import type { Dimension, StatsRow } from '@layerkick/stats/query';
import { DIMENSION_WORDS } from '../view/dimension-words.ts';

/** How a row is called: its label, its value, or what an empty value means. */
export function rowName(row: StatsRow, dimension: Dimension): string {
  return row.label ?? valueName(row.dimensions[0] ?? '', dimension);
}

export function valueName(value: string, dimension: Dimension): string {
  return value === '' ? DIMENSION_WORDS[dimension].empty : value;
}
