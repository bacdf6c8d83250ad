import { entryOfRows } from './ledger-entry-of.ts';
import type { OrderExport } from './order-export.ts';
import type { OrderLayout } from './order-layout.ts';
import { type OrderRow, readOrderRow } from './order-row.ts';

/** Files that are laid out like this, as something to import. */
export function exportOf(layout: OrderLayout): OrderExport<OrderRow> {
  return {
    name: layout.name,
    needs: Object.values(layout.columns).filter((heading) => heading !== undefined),
    readRow: (cell, context) => readOrderRow(layout, cell, context),
    entriesOf: (group, { currency }) => entryOfRows(layout.name, currency, group),
  };
}
