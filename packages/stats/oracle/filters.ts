import type { Dimension, Filter } from '../src/query.ts';

/** What something has of a dimension. */
export interface Has {
  readonly values: readonly string[];
  /** What else parts of a value may be found in. */
  readonly names: readonly string[];
}

/** Whether a filter holds for something that has this of each dimension. */
export function holds(filter: Filter, has: (dimension: Dimension) => Has): boolean {
  if ('and' in filter) return filter.and.every((part) => holds(part, has));
  if ('or' in filter) return filter.or.some((part) => holds(part, has));
  if ('not' in filter) return !holds(filter.not, has);
  const { values, names } = has(filter.dimension);
  const searched = [...values, ...names];
  switch (filter.op) {
    case 'is':
    case 'in':
      return values.some((value) => filter.values.includes(value));
    case 'is_not':
      return !values.some((value) => filter.values.includes(value));
    case 'contains':
      return searched.some((text) => filter.values.some((part) => text.includes(part)));
    case 'prefix':
      return searched.some((text) => filter.values.some((start) => text.startsWith(start)));
  }
}
