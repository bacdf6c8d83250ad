import type { Dimension, StatsRow } from '@layerkick/stats/query';
import type { T } from '#/features/i18n/translate.ts';
import { DIMENSION_WORDS } from '../view/dimension-words.ts';

/** How a row is called: its label, its value, or what an empty value means. */
export function rowName(row: Pick<StatsRow, 'dimensions' | 'label'>, dimension: Dimension, t: T): string {
  return row.label ?? valueName(row.dimensions[0] ?? '', dimension, t);
}

export function valueName(value: string, dimension: Dimension, t: T): string {
  return value === '' ? t(DIMENSION_WORDS[dimension].empty) : value;
}
