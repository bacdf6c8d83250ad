import type { Dimension, StatsRow } from '@layerkick/stats/query';
import type { T } from '#/features/i18n/translate.ts';
import { DIMENSION_WORDS } from '../view/dimension-words.ts';
import { VALUE_WORDS } from '../view/value-words.ts';

/** How a row is called: its label, its value, or what an empty value means. */
export function rowName(row: Pick<StatsRow, 'dimensions' | 'label'>, dimension: Dimension, t: T): string {
  return row.label ?? valueName(row.dimensions[0] ?? '', dimension, t);
}

/** What we named ourselves is said in the reader's language; what a shop or a browser calls itself stays. */
export function valueName(value: string, dimension: Dimension, t: T): string {
  if (value === '') return t(DIMENSION_WORDS[dimension].empty);
  if (dimension === 'hour') return `${value.padStart(2, '0')}:00`;
  const words = VALUE_WORDS[dimension]?.[value];
  return words === undefined ? value : t(words);
}
