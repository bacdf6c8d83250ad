import { catch as orElse, z } from 'zod/mini';

const MOST_PAGES = 10_000;

const text = z.pipe(
  z.union([z.string(), z.number()]),
  z.transform((value) => String(value).trim().slice(0, 100) || undefined),
);

/** The first page is the one without a number. */
const pageNumber = z.pipe(
  z.union([z.string(), z.number()]),
  z.transform((value) => {
    const page = Number(value);
    return Number.isInteger(page) && page >= 2 && page <= MOST_PAGES ? page : undefined;
  }),
);

/** The state of a table in its address: `?find=acme&sort=-at&page=2&only=access`. What is not understood is left out. */
export const tableSearch = z.object({
  find: orElse(z.optional(text), undefined),
  /** A column, with `-` in front from the highest to the lowest. */
  sort: orElse(z.optional(z.string().check(z.regex(/^-?[a-z]{1,20}$/))), undefined),
  /** From 1. */
  page: orElse(z.optional(pageNumber), undefined),
  /** One kind of rows, where a table has kinds. */
  only: orElse(z.optional(z.string().check(z.regex(/^[a-z-]{1,20}$/))), undefined),
});
export type TableSearch = z.output<typeof tableSearch>;

/** Never throws. */
export function parseTableSearch(raw: Record<string, unknown>): TableSearch {
  return tableSearch.parse(raw);
}

export interface Order<Column extends string> {
  readonly column: Column;
  readonly descending: boolean;
}

/** The order that is asked for, where there is such a column; otherwise the usual one. */
export function orderOf<Column extends string>(
  { sort }: TableSearch,
  columns: readonly Column[],
  usual: Order<Column>,
): Order<Column> {
  const descending = sort?.startsWith('-') ?? false;
  const column = columns.find((each) => each === sort?.slice(descending ? 1 : 0));
  return column === undefined ? usual : { column, descending };
}

/** What a click on a column's head leads to: its order, or the other way round; from the first page. */
export function sortedBy(search: TableSearch, column: string): TableSearch {
  const { page: _page, ...rest } = search;
  return { ...rest, sort: search.sort === column ? `-${column}` : column };
}
