import { z } from 'zod';
import { ledgerEntry, type LedgerEntryInput } from '@layerkick/stats/orders/ledger-entry';
import type { EntriesOfOrder, OrderGroup } from './order-export.ts';
import type { OrderRow } from './order-row.ts';

/**
 * An order's rows as one entry of the ledger. Its time is the first row's; the id comes from the layout and the order,
 * so that the same file again changes nothing.
 */
export function entryOfRows(
  layout: string,
  currency: string,
  { order, rows }: OrderGroup<OrderRow>,
): EntriesOfOrder {
  const [{ row: first }] = rows;
  const total = rows.reduce((sum, { row }) => sum + row.amount, 0);
  return recordable([
    {
      id: `${layout}:${order}`,
      kind: first.kind,
      order,
      at: Math.min(...rows.map(({ row }) => row.at)),
      currency,
      ...amountOf(first.kind, total),
      ...(first.customer === '' ? {} : { customer: first.customer }),
      ...(first.country === '' ? {} : { country: first.country }),
      source: 'import',
      lines: rows.map(({ row }) => ({
        product: row.product,
        name: row.name,
        quantity: row.quantity,
        gross: row.amount,
      })),
    },
  ]);
}

/** Checks what is to be recorded of an order: all of it can be, or nothing is. */
export function recordable(told: readonly LedgerEntryInput[], remark: string | null = null): EntriesOfOrder {
  const parsed = z.array(ledgerEntry).safeParse(told);
  if (parsed.success) return { ok: true, entries: parsed.data, remark };
  const [issue] = parsed.error.issues;
  return {
    ok: false,
    reason: `its order cannot be recorded: ${issue?.path.slice(1).join('.')}: ${issue?.message}`,
  };
}

function amountOf(kind: 'sale' | 'cancellation' | 'adjustment', total: number) {
  if (kind === 'sale') return { gross: total };
  // -0 is not 0 to everybody who compares.
  return kind === 'cancellation' ? { returns: total === 0 ? 0 : -total } : { adjustment: total };
}
