import { type Dimension, DIMENSIONS } from '@layerkick/stats/dimensions';
import { FILTER_KEYS, FILTER_SUFFIXES, type FilterKey, type StatsSearch } from './search.schema.ts';

export const FILTER_OPS = ['is', 'is_not', 'contains', 'prefix'] as const;
export type FilterOp = (typeof FILTER_OPS)[number];

/** Whether values are looked for in the text of what is compared, instead of being all of it. */
export function searchesText(op: FilterOp): boolean {
  return op === 'contains' || op === 'prefix';
}

/**
 * One condition that visits and orders are chosen by: what is compared is one of `values`, none of them, or has one of them
 * in it or at its beginning.
 */
export interface ViewFilter {
  readonly dimension: Dimension;
  readonly op: FilterOp;
  readonly values: readonly string[];
}

/** The same, as the engine takes it. */
interface QuestionFilter {
  readonly dimension: Dimension;
  readonly op: FilterOp;
  readonly values: string[];
}

const SUFFIX: Record<FilterOp, (typeof FILTER_SUFFIXES)[number]> = {
  is: '',
  is_not: '_not',
  contains: '_has',
  prefix: '_begins',
};

export function filterKey(dimension: Dimension, op: FilterOp): FilterKey {
  return `${dimension}${SUFFIX[op]}`;
}

/** In a fixed order, whatever that of the URL is. */
export function filtersOf(search: StatsSearch): ViewFilter[] {
  return CONDITIONS.flatMap(({ key, dimension, op }) =>
    search[key] === undefined ? [] : [{ dimension, op, values: valuesAt(search, key) }],
  );
}

const CONDITIONS = DIMENSIONS.flatMap((dimension) =>
  FILTER_OPS.map((op) => ({ key: filterKey(dimension, op), dimension, op })),
);

export function questionFilters(filters: readonly ViewFilter[]): QuestionFilter[] {
  return filters.map(({ dimension, op, values }) => ({ dimension, op, values: [...values] }));
}

/** The state with one condition more; the same values in another condition of the dimension are replaced. */
export function withFilter(search: StatsSearch, { dimension, op, values }: ViewFilter): StatsSearch {
  const [only, ...more] = values;
  const value = more.length === 0 ? only : [...values];
  return { ...search, [filterKey(dimension, op)]: value };
}

/** The state with `filter` where `before` was; beside the others where nothing was. */
export function replacingFilter(
  search: StatsSearch,
  before: ViewFilter | undefined,
  filter: ViewFilter,
): StatsSearch {
  return withFilter(before ? withoutFilter(search, before) : search, filter);
}

export function withoutFilter(search: StatsSearch, { dimension, op }: ViewFilter): StatsSearch {
  return { ...search, [filterKey(dimension, op)]: undefined };
}

/** The state with one value more that is shown: beside those that are, and no longer left out. */
export function including(search: StatsSearch, dimension: Dimension, value: string): StatsSearch {
  return withValues(search, dimension, {
    is: [...valuesAt(search, dimension).filter((other) => other !== value), value],
    isNot: valuesAt(search, filterKey(dimension, 'is_not')).filter((other) => other !== value),
  });
}

/** The state with one value more that is left out: beside those that are, and no longer among those that are shown. */
export function excluding(search: StatsSearch, dimension: Dimension, value: string): StatsSearch {
  return withValues(search, dimension, {
    is: valuesAt(search, dimension).filter((other) => other !== value),
    isNot: [...valuesAt(search, filterKey(dimension, 'is_not')).filter((other) => other !== value), value],
  });
}

function withValues(
  search: StatsSearch,
  dimension: Dimension,
  { is, isNot }: { readonly is: readonly string[]; readonly isNot: readonly string[] },
): StatsSearch {
  const narrowed = withFilter(search, { dimension, op: 'is', values: is });
  return withFilter(narrowed, { dimension, op: 'is_not', values: isNot });
}

export function withoutFilters(search: StatsSearch): StatsSearch {
  return { ...search, ...Object.fromEntries(FILTER_KEYS.map((key) => [key, undefined])) };
}

/** Whether the page is narrowed to exactly this value. */
export function isOnly(search: StatsSearch, dimension: Dimension, value: string): boolean {
  const values = valuesAt(search, dimension);
  return values.length === 1 && values[0] === value;
}

function valuesAt(search: StatsSearch, key: FilterKey): readonly string[] {
  const value = search[key];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : [...new Set(value)];
}
