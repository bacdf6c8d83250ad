import type { T } from '#/features/i18n/translate.ts';
import { DIMENSION_WORDS } from '../view/dimension-words.ts';
import type { ViewFilter } from '../view/filters.ts';
import { filterName, type Names } from './filter-name.ts';
import { alternatives, OP_SENTENCES } from './filter-sentence.ts';

/** What stands in the sentence of a condition, `OP_SENTENCES`. */
export function filterWords(
  { dimension, values }: Pick<ViewFilter, 'dimension' | 'values'>,
  names: Names,
  t: T,
): { readonly dimension: string; readonly values: string } {
  const called = values.map((value) => filterName(dimension, value, names, t));
  return { dimension: t(DIMENSION_WORDS[dimension].label), values: alternatives(called, t) };
}

/** A condition as a sentence without emphasis. */
export function filterText(filter: ViewFilter, names: Names, t: T): string {
  return t(OP_SENTENCES[filter.op], filterWords(filter, names, t)).replaceAll(/<\/?b>/g, '');
}
