import { msg, type Phrase, type T } from '#/features/i18n/translate.ts';
import type { FilterOp } from '../view/filters.ts';

export const OP_WORDS: Record<FilterOp, Phrase> = {
  is: msg('is'),
  is_not: msg('is not'),
  contains: msg('contains'),
  prefix: msg('begins with'),
};

/** A condition as a sentence; the values are emphasised. */
export const OP_SENTENCES: Record<FilterOp, Phrase> = {
  is: msg('{dimension} is <b>{values}</b>'),
  is_not: msg('{dimension} is not <b>{values}</b>'),
  contains: msg('{dimension} contains <b>{values}</b>'),
  prefix: msg('{dimension} begins with <b>{values}</b>'),
};

/** `Germany`, `Germany or Austria`, `Germany, Austria or 3 more`: values of a filter are alternatives. */
export function alternatives(names: readonly string[], t: T): string {
  const [first = '', second, ...more] = names;
  if (second === undefined) return first;
  if (more.length === 0) return t('{first} or {second}', { first, second });
  return t('{first}, {second} or {count} more', { first, second, count: more.length });
}
