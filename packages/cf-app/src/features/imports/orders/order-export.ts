import type { LedgerEntry } from '@layerkick/stats/orders/ledger-entry';
import type { TimeZone } from '@layerkick/stats/time-zone';

/** What every row of an export has, whoever wrote it. */
export interface ExportRow {
  /** The order it belongs to; under this the ledger knows it. */
  readonly order: string;
  /** What an operator should know although the row is used. */
  readonly remark: string | null;
}

/** A row with its place in the file, counted from 1 with the headings. */
export interface PlacedRow<Row extends ExportRow = ExportRow> {
  readonly line: number;
  readonly row: Row;
}

export interface OrderGroup<Row extends ExportRow = ExportRow> {
  readonly order: string;
  /** Never empty. */
  readonly rows: readonly [PlacedRow<Row>, ...PlacedRow<Row>[]];
}

export interface ImportContext {
  /** Of the store: for times without an offset. */
  readonly zone: TimeZone;
  /** Of the store: for orders that name none. */
  readonly currency: string;
  /** Epoch ms: of two exports, what the later import says of an order counts. */
  readonly importedAt: number;
}

export type ReadRow<Row> =
  | { readonly ok: true; readonly row: Row }
  | { readonly ok: false; readonly reason: string };

export type EntriesOfOrder =
  | { readonly ok: true; readonly entries: readonly LedgerEntry[]; readonly remark: string | null }
  | { readonly ok: false; readonly reason: string };

/** How the orders of one kind of file are read: row by row, and then all rows of an order together. */
export interface OrderExport<Row extends ExportRow = ExportRow> {
  readonly name: string;
  /** Headings without which a file is of another kind. */
  readonly needs: readonly string[];
  /** `cell` is '' under a heading that the file does not have. */
  readRow(cell: (heading: string) => string, context: ImportContext): ReadRow<Row>;
  entriesOf(group: OrderGroup<Row>, context: ImportContext): EntriesOfOrder;
}
