import type { Database } from '../database.ts';
import type { Dimension } from '../query.ts';
import type { Measures } from './measures.ts';
import { selected, type Selection, tablesOf } from './selection.ts';
import { isOfRow, rowValue } from './row-dimension.ts';
import { SOURCE_TABLES, type SourceTable } from './source-tables.ts';
import { bindings } from './statement.ts';

/**
 * Of all values of a dimension but the shown ones: how many visitors, sessions and orders have one of them. Adding up
 * the values would count those twice that have several.
 */
export function distinctRest(
  db: Database,
  selection: Selection,
  dimension: Dimension,
  shown: readonly string[],
): Measures {
  const { bind, parameters } = bindings();
  const values = `(SELECT value FROM json_each(${bind(JSON.stringify(shown))}))`;
  const count = (table: SourceTable, columns: string, isRest: string) =>
    db.all<{ sessions: number; visitors: number } | { orders: number }>(
      `SELECT ${columns} FROM ${tablesOf(selection, table, dimension)}
       WHERE ${selected(selection, table, bind)} AND ${isRest}`,
      ...parameters,
    )[0] ?? {};
  const { sessions, orders } = SOURCE_TABLES;
  if (dimension === 'product') {
    return count(
      orders,
      'COUNT(DISTINCT p.order_id) AS orders',
      `EXISTS (SELECT 1 FROM posting_line l WHERE l.entry = p.entry AND l.is_order = 1
        AND l.product NOT IN (SELECT id FROM product WHERE code IN ${values}))`,
    );
  }
  const columns = 'COUNT(*) AS sessions, COUNT(DISTINCT s.visitor) AS visitors';
  if (isOfRow(dimension)) {
    return count(sessions, columns, `${rowValue(dimension, sessions, selection, bind)} NOT IN ${values}`);
  }
  const isRest =
    dimension === 'page' ? `e.name = 'page_view' AND e.page NOT IN ${values}` : `e.name NOT IN ${values}`;
  return count(sessions, columns, `EXISTS (SELECT 1 FROM event e WHERE e.session = s.id AND ${isRest})`);
}
