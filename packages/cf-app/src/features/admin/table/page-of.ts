import { type Order, orderOf, type TableSearch } from './table-search.ts';

/** Rows on one page of a table. */
export const PAGE_SIZE = 25;

/** One page of a table, and how much there is. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Of all pages. */
  readonly total: number;
  /** From 1; the last one where a later one was asked for. */
  readonly page: number;
  readonly order: Order<string>;
}

export interface TableRules<Row, Column extends string> {
  /** What the search looks at. */
  readonly text: (row: Row) => string;
  /** What each column that can be sorted by is sorted by; null comes last, whichever way. */
  readonly columns: Readonly<Record<Column, (row: Row) => string | number | null>>;
  readonly usual: Order<Column>;
}

/** The rows that a search finds. */
export function foundIn<Row>(
  rows: readonly Row[],
  { find = '' }: TableSearch,
  { text: textOf }: Pick<TableRules<Row, never>, 'text'>,
): readonly Row[] {
  const words = plain(find).split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const text = plain(textOf(row));
    return words.every((word) => text.includes(word));
  });
}

/** The page that a search asks for, of rows that are all at hand. */
export function pageOf<Row, Column extends string>(
  rows: readonly Row[],
  search: TableSearch,
  rules: TableRules<Row, Column>,
): Page<Row> {
  const found = foundIn(rows, search, rules);
  const names = Object.keys(rules.columns).filter((name): name is Column => name in rules.columns);
  const order = orderOf(search, names, rules.usual);
  const value = rules.columns[order.column];
  const sorted = found.toSorted((a, b) => compare(value(a), value(b), order.descending));
  const page = pageWithin(search, found.length);
  return { rows: sorted.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), total: found.length, page, order };
}

/** The page that is asked for, or the last one. */
export function pageWithin({ page = 1 }: TableSearch, total: number): number {
  return Math.min(page, pagesOf(total));
}

export function pagesOf(total: number): number {
  return Math.max(1, Math.ceil(total / PAGE_SIZE));
}

function compare(a: string | number | null, b: string | number | null, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const ascending = typeof a === 'string' ? a.localeCompare(String(b), 'en') : a - Number(b);
  return descending ? -ascending : ascending;
}

/** Without case and accents: "Möbel" is found by "mobel". */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
