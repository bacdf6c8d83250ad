import type { Database } from '../database.ts';
import type { Dimension } from '../query.ts';
import { customerKind } from './customer-kind.ts';
import type { Measures, Source } from './measures.ts';
import { isOfRow, rowValue, type SeveralDimension } from './row-dimension.ts';
import { OF_CUSTOMERS } from './select-measures.ts';
import { selected, type Selection, tablesOf } from './selection.ts';
import { SOURCE_TABLES } from './source-tables.ts';
import { bindings } from './statement.ts';

/** What may have several values, by where it is counted. */
const COLUMNS: { readonly [From in Source]?: string } = {
  sessions: 'COUNT(*) AS sessions, COUNT(DISTINCT s.visitor) AS visitors',
  orders: 'COUNT(DISTINCT p.order_id) AS orders',
  customers: `${OF_CUSTOMERS.customers} AS customers, ${OF_CUSTOMERS.returning_customers} AS returning_customers`,
};

/**
 * Of all values of a dimension but the shown ones: how many visitors and sessions, orders or customers of a source have
 * one of them. Adding up the values would count those twice that have several.
 */
export function distinctRest(
  db: Database,
  source: Source,
  selection: Selection,
  dimension: Dimension,
  shown: readonly string[],
): Measures {
  const columns = COLUMNS[source];
  if (columns === undefined) return {};
  const { bind, parameters } = bindings();
  const table = SOURCE_TABLES[source];
  const values = `(SELECT value FROM json_each(${bind(JSON.stringify(shown))}))`;
  const isRest = isOfRow(dimension)
    ? `${rowValue(dimension, table, selection, bind)} NOT IN ${values}`
    : hasOther(dimension, values);
  const [counted] = db.all<{ [Name in keyof Required<Measures>]: number }>(
    `SELECT ${columns} FROM ${tablesOf(selection, table, dimension)}
     WHERE ${selected(selection, table, bind)} AND ${isRest}`,
    ...parameters,
  );
  return counted ?? {};
}

function hasOther(dimension: SeveralDimension, values: string): string {
  switch (dimension) {
    case 'page':
      return `EXISTS (SELECT 1 FROM event e WHERE e.session = s.id AND e.name = 'page_view' AND e.page NOT IN ${values})`;
    case 'event':
      return `EXISTS (SELECT 1 FROM event e WHERE e.session = s.id AND e.name NOT IN ${values})`;
    case 'product':
      return `EXISTS (SELECT 1 FROM posting_line l WHERE l.entry = p.entry AND l.is_order = 1
        AND l.product NOT IN (SELECT id FROM product WHERE code IN ${values}))`;
    case 'customer':
      return `${customerKind('p')} NOT IN ${values}`;
  }
}
