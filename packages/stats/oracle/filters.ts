import type { Dimension, Filter } from '../src/query.ts';

/** Whether a filter holds for something that has these values of each dimension. */
export function holds(filter: Filter, valuesOf: (dimension: Dimension) => readonly string[]): boolean {
  if ('and' in filter) return filter.and.every((part) => holds(part, valuesOf));
  if ('or' in filter) return filter.or.some((part) => holds(part, valuesOf));
  if ('not' in filter) return !holds(filter.not, valuesOf);
  const has = valuesOf(filter.dimension);
  const { op, values } = filter;
  switch (op) {
    case 'is':
    case 'in':
      return has.some((value) => values.includes(value));
    case 'is_not':
      return !has.some((value) => values.includes(value));
    case 'contains':
      return has.some((value) => values.some((part) => value.includes(part)));
    case 'prefix':
      return has.some((value) => values.some((start) => value.startsWith(start)));
  }
}
