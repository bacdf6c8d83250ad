import type { FilterOp } from '../view/filters.ts';

export const OP_WORDS: Record<FilterOp, string> = {
  is: 'is',
  is_not: 'is not',
  contains: 'contains',
};

/** `Germany`, `Germany or Austria`, `Germany, Austria or 3 more`: values of a filter are alternatives. */
export function alternatives(names: readonly string[]): string {
  const [first = '', second, ...more] = names;
  if (second === undefined) return first;
  if (more.length === 0) return `${first} or ${second}`;
  return `${first}, ${second} or ${more.length} more`;
}
