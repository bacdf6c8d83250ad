import type { Database } from '../database.ts';
import { customerKind } from './customer-kind.ts';
import type { Grouping } from './grouping.ts';
import type { Measure, Measures, Source } from './measures.ts';
import { rowValue } from './row-dimension.ts';
import { selectMeasures } from './select-measures.ts';
import { selected, type Selection, tablesOf } from './selection.ts';
import { SOURCE_TABLES } from './source-tables.ts';
import { type Bind, bindings } from './statement.ts';

/** By first day of the interval (`YYYY-MM-DD`), start of the hour (epoch ms) or value of the dimension. */
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
  const groups = `SELECT ${keyOf(source, grouping, selection, bind)} AS key, ${measures}
    FROM ${tablesOf(selection, table, grouping)} ${joinOf(source, grouping)}
    WHERE ${selected(selection, table, bind)} GROUP BY 1`;
  // Grouped by number and named afterwards: half a million lines have a few thousand products.
  const named = `SELECT product.code, grouped.* FROM (${groups}) grouped JOIN product ON product.id = grouped.key`;
  const rows = db.all<GroupRow>(grouping === 'product' ? named : groups, ...parameters);
  return new Map(rows.map((row) => [row.code ?? row.key, row]));
}

type GroupRow = { key: string | number; code: string } & { [Name in Measure]: number };

function keyOf(source: Source, grouping: Grouping, selection: Selection, bind: Bind): string {
  const table = SOURCE_TABLES[source];
  switch (grouping) {
    case 'each_day':
      return `${table.alias}.day`;
    case 'each_week':
      return `date(${table.alias}.day, 'weekday 0', '-6 days')`;
    case 'each_month':
      return `substr(${table.alias}.day, 1, 7) || '-01'`;
    case 'total':
      return `'total'`;
    case 'each_hour':
      return `${table.alias}.hour_at`;
    case 'page':
      return 'e.page';
    case 'event':
      return 'e.name';
    case 'customer':
      return customerKind('p');
    case 'product':
      return source === 'orders' ? 'l.product' : 'i.product';
    default:
      return rowValue(grouping, table, selection, bind);
  }
}

/** CROSS fixes the order: days first, then what is in them. */
function joinOf(source: Source, grouping: Grouping): string {
  if (source === 'sessions' && grouping === 'event') return 'CROSS JOIN event e ON e.session = s.id';
  if (source === 'sessions' && grouping === 'page') {
    return `CROSS JOIN event e ON e.session = s.id AND e.name = 'page_view'`;
  }
  if (grouping === 'product' && source === 'orders') return 'CROSS JOIN posting_line l ON l.entry = p.entry';
  return '';
}
