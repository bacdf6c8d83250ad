import type { Dimension } from '@layerkick/stats/dimensions';
import type { T } from '#/features/i18n/translate.ts';
import { valueName } from '../panels/row-words.ts';

/** Names by dimension and value, as the server knows them. */
export type Names = Readonly<Record<string, string>>;

/** Those of rows that were followed, for the moment until the server says them. */
const followed: Record<string, string> = {};

export function nameKey(dimension: string, value: string): string {
  return `${dimension} ${value}`;
}

/** Browser only. */
export function noteName(dimension: string, value: string, name: string): void {
  followed[nameKey(dimension, value)] = name;
}

/** How a filter's value is called: products and countries are filtered by an id or a code. */
export function filterName(dimension: Dimension, value: string, names: Names, t: T): string {
  const key = nameKey(dimension, value);
  return names[key] ?? followed[key] ?? valueName(value, dimension, t);
}
