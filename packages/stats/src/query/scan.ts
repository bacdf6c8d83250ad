import type { Database } from '../database.ts';
import type { Dimension } from '../query.ts';
import type { Measure, Measures, Source } from './measures.ts';
import { selectMeasures } from './select-measures.ts';
import { selected, type Selection, tablesOf } from './selection.ts';
import { sessionColumn, SOURCE_TABLES } from './source-tables.ts';
import { bindings } from './statement.ts';

export type Grouping = 'day' | 'hour' | Dimension;

/** By day (`YYYY-MM-DD`), start of the hour (epoch ms) or value of the dimension. */
export type Groups = ReadonlyMap<string | number, Measures>;

/** The wanted measures of one source, per group. */
export function scan(
  db: Database,
  source: Source,
  wanted: ReadonlySet<Measure>,
  selection: Selection,
  grouping: Grouping,
): Groups {
  const { bind, parameters } = bindings();
  const table = SOURCE_TABLES[source];
  const measures = selectMeasures(source, grouping, wanted, bind(selection.currency));
  const groups = `SELECT ${keyOf(source, grouping)} AS key, ${measures}
    FROM ${tablesOf(selection, table, grouping)} ${joinOf(source, grouping)}
    WHERE ${selected(selection, table, bind)} GROUP BY 1`;
  // Grouped by number and named afterwards: half a million lines have a few thousand products.
  const named = `SELECT product.code, grouped.* FROM (${groups}) grouped JOIN product ON product.id = grouped.key`;
  const rows = db.all<GroupRow>(grouping === 'product' ? named : groups, ...parameters);
  return new Map(rows.map((row) => [row.code ?? row.key, row]));
}

type GroupRow = { key: string | number; code: string } & { [Name in Measure]: number };

function keyOf(source: Source, grouping: Grouping): string {
  const table = SOURCE_TABLES[source];
  switch (grouping) {
    case 'day':
      return `${table.alias}.day`;
    case 'hour':
      return `${table.alias}.hour_at`;
    case 'page':
      return 'e.page';
    case 'product':
      return source === 'orders' ? 'l.product' : 'i.product';
    default:
      return sessionColumn(grouping, table);
  }
}

/** CROSS fixes the order: days first, then what is in them. */
function joinOf(source: Source, grouping: Grouping): string {
  if (grouping === 'page' && source === 'sessions') {
    return `CROSS JOIN event e ON e.session = s.id AND e.name = 'page_view'`;
  }
  if (grouping === 'product' && source === 'orders') return 'CROSS JOIN posting_line l ON l.entry = p.entry';
  return '';
}
