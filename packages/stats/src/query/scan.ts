import type { Database } from '../database.ts';
import type { DayRange, Dimension, Filter } from '../query.ts';
import { condition } from './conditions.ts';
import type { Measure, Measures, Source } from './measures.ts';
import { selectMeasures } from './select-measures.ts';
import { sessionColumn, SOURCE_TABLES } from './source-tables.ts';
import { bindings } from './statement.ts';

/** Which rows are counted. */
export interface Selection {
  readonly range: DayRange;
  readonly filters: readonly Filter[];
  readonly bots: boolean;
  /** The store's: amounts in any other are left out. */
  readonly currency: string;
}

export type Grouping = { readonly by: 'day' | 'hour' | Dimension } | RestOf;

/** All rows of a dimension but the shown ones, as one group with the key ''. */
export interface RestOf {
  readonly by: 'rest';
  readonly of: Dimension;
  readonly shown: readonly string[];
}

export type Groups = ReadonlyMap<string | number, Measures>;

/** The measures of one source, per group. */
export function scan(db: Database, source: Source, selection: Selection, grouping: Grouping): Groups {
  const { bind, parameters } = bindings();
  const dimension = grouping.by === 'rest' ? grouping.of : grouping.by;
  const table = SOURCE_TABLES[source];
  const key = keyOf(source, dimension);
  const measures = selectMeasures(source, grouping, bind(selection.currency));
  const where = [
    `${table.alias}.day BETWEEN ${bind(selection.range.from)} AND ${bind(selection.range.to)}`,
    ...(table.only === undefined ? [] : [table.only]),
    ...(selection.bots ? [] : [`${table.alias}.bot = ''`]),
    ...selection.filters.map((filter) => condition(filter, table, bind)),
    ...(grouping.by === 'rest'
      ? [`${key} NOT IN ${shownKeys(grouping, bind(JSON.stringify(grouping.shown)))}`]
      : []),
  ];
  const needsSession =
    isOfSession(dimension) || selection.filters.some((filter) => isOfSession(filter.dimension));
  const groups = `SELECT ${grouping.by === 'rest' ? `''` : key} AS key, ${measures}
    FROM ${table.from} ${needsSession ? table.joinSession : ''} ${joinOf(source, dimension)}
    WHERE ${where.join(' AND ')}
    ${grouping.by === 'rest' ? '' : 'GROUP BY 1'}`;
  // Grouped by number and named afterwards: half a million lines have a few thousand products.
  const named = `SELECT product.code, grouped.* FROM (${groups}) grouped JOIN product ON product.id = grouped.key`;
  const rows = db.all<GroupRow>(grouping.by === 'product' ? named : groups, ...parameters);
  return new Map(rows.map((row) => [row.code ?? row.key, row]));
}

type GroupRow = { key: string | number; code: string } & { [Name in Measure]: number };

function keyOf(source: Source, dimension: 'day' | 'hour' | Dimension): string {
  const table = SOURCE_TABLES[source];
  switch (dimension) {
    case 'day':
      return `${table.alias}.day`;
    case 'hour':
      return `${table.alias}.hour_at`;
    case 'page':
      return 'e.page';
    case 'product':
      return source === 'orders' ? 'l.product' : 'i.product';
    default:
      return sessionColumn(dimension, table);
  }
}

function joinOf(source: Source, dimension: 'day' | 'hour' | Dimension): string {
  if (dimension === 'page' && source === 'sessions') {
    return `JOIN event e ON e.session = s.id AND e.name = 'page_view'`;
  }
  if (dimension === 'product' && source === 'orders') return 'JOIN posting_line l ON l.entry = p.entry';
  return '';
}

function shownKeys({ of }: RestOf, parameter: string): string {
  const values = `(SELECT value FROM json_each(${parameter}))`;
  return of === 'product' ? `(SELECT id FROM product WHERE code IN ${values})` : values;
}

function isOfSession(dimension: 'day' | 'hour' | Dimension): boolean {
  return !['day', 'hour', 'page', 'product'].includes(dimension);
}
