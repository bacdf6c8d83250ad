import { type Dimension, DIMENSIONS } from '../dimensions.ts';
import { localHour } from './local-hour.ts';
import type { Selection } from './selection.ts';
import type { SourceTable } from './source-tables.ts';
import type { Bind } from './statement.ts';

/** Dimensions that a visit or an order may have several values of, told by rows of other tables. */
const OF_SEVERAL = ['page', 'event', 'product', 'customer'] as const;
export type SeveralDimension = (typeof OF_SEVERAL)[number];

/** Dimensions that every row of every source has one value of. */
export type RowDimension = Exclude<Dimension, SeveralDimension>;

/** Those that are the visit's: columns of `session`, called as they are. */
type VisitDimension = Exclude<RowDimension, 'hour' | 'weekday'>;

export function isOfRow(dimension: Dimension): dimension is RowDimension {
  return !OF_SEVERAL.some((several) => several === dimension);
}

const VISIT_DIMENSIONS: ReadonlySet<string> = new Set(
  DIMENSIONS.filter((dimension) => isOfRow(dimension) && dimension !== 'hour' && dimension !== 'weekday'),
);

export function isOfVisit(name: string): name is VisitDimension {
  return VISIT_DIMENSIONS.has(name);
}

/** The value that a row has, never null. An order without a visit has '' everywhere but for its time and country. */
export function rowValue(
  dimension: RowDimension,
  table: SourceTable,
  selection: Selection,
  bind: Bind,
): string {
  const { alias } = table;
  switch (dimension) {
    case 'hour':
      return localHour(`${alias}.hour_at`, selection, bind);
    case 'weekday':
      return `CAST((strftime('%w', ${alias}.day) + 6) % 7 + 1 AS TEXT)`;
    case 'country':
      return alias === 'p' ? `COALESCE(p.country, s.country, '')` : 's.country';
    default:
      return alias === 'p' ? `COALESCE(s.${dimension}, '')` : `s.${dimension}`;
  }
}
