import { type Filter, filteredDimensions } from '../filter.ts';
import type { DayRange } from '../query.ts';
import { condition } from './conditions.ts';
import type { Grouping } from './grouping.ts';
import { isOfVisit } from './row-dimension.ts';
import type { SourceTable } from './source-tables.ts';
import type { Bind } from './statement.ts';

/** Which rows are counted. */
export interface Selection {
  readonly range: DayRange;
  readonly filters: readonly Filter[];
  readonly bots: boolean;
  /** The store's: amounts in any other are left out. */
  readonly currency: string;
  readonly timeZone: string;
}

/** The tables that a selection needs. */
export function tablesOf(
  { filters }: Selection,
  table: SourceTable,
  grouping: Grouping = 'each_day',
): string {
  const needed = [grouping, ...filteredDimensions(filters)];
  return needed.some(isOfVisit) ? `${table.from} ${table.joinSession}` : table.from;
}

/** The selection as a condition on a source's rows. */
export function selected(selection: Selection, table: SourceTable, bind: Bind): string {
  const { range, filters, bots } = selection;
  return [
    `${table.alias}.day BETWEEN ${bind(range.from)} AND ${bind(range.to)}`,
    ...(table.only === undefined ? [] : [table.only]),
    ...(bots ? [] : [`${table.alias}.bot = ''`]),
    ...(filters.length === 0 ? [] : [condition({ and: filters }, table, selection, bind)]),
  ].join(' AND ');
}
