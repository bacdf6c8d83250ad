import { type LedgerEntry, ledgerEntry } from '../../packages/stats/src/orders/ledger-entry.ts';
import type { OrderGroup } from './group-orders.ts';

export type EntryOfOrder =
  | { readonly ok: true; readonly entry: LedgerEntry }
  | { readonly ok: false; readonly reason: string };

/**
 * An order's rows as one entry of the ledger. Its time is the first row's; the id comes from the layout and the order,
 * so that the same file again changes nothing.
 */
export function ledgerEntryOf(layout: string, currency: string, { order, rows }: OrderGroup): EntryOfOrder {
  const [{ row: first }] = rows;
  const total = rows.reduce((sum, { row }) => sum + row.amount, 0);
  const parsed = ledgerEntry.safeParse({
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
  } satisfies Parameters<typeof ledgerEntry.parse>[0]);
  if (parsed.success) return { ok: true, entry: parsed.data };
  const [issue] = parsed.error.issues;
  return { ok: false, reason: `its order cannot be recorded: ${issue?.path.join('.')}: ${issue?.message}` };
}

function amountOf(kind: 'sale' | 'cancellation' | 'adjustment', total: number) {
  if (kind === 'sale') return { gross: total };
  // -0 is not 0 to everybody who compares.
  return kind === 'cancellation' ? { returns: total === 0 ? 0 : -total } : { adjustment: total };
}
