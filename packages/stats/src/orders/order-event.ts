import type { StoreEvent } from '../event.ts';
import type { LedgerEntry, LedgerLine } from './ledger-entry.ts';
import { toMinorUnits } from '../money.ts';

type Item = NonNullable<StoreEvent['items']>[number];

/**
 * The ledger entry that a `purchase` or `refund` event stands for; null for every other event.
 * A purchase is worth its items' price and discount or, where no item has a price, its `value`. A refund gives back
 * its items, else its `value`, else the order.
 */
export function entryOfEvent(event: StoreEvent, id: string, storeCurrency: string): LedgerEntry | null {
  if (event.name !== 'purchase' && event.name !== 'refund') return null;
  const currency = event.currency ?? storeCurrency;
  const items = event.items ?? [];
  const priced = items.some((item) => item.price !== undefined);
  const minor = (amount: number | string | undefined) => toMinorUnits(amount ?? 0, currency);
  const entry: LedgerEntry = {
    id,
    kind: 'sale',
    // Without a number of its own every purchase is an order of its own.
    order: event.transaction_id ?? id,
    at: event.at,
    currency,
    gross: 0,
    discount: 0,
    returns: 0,
    adjustment: 0,
    tax: minor(event.tax),
    shipping: minor(event.shipping),
    source: 'browser',
    lines: items.map((item) => lineOf(item, currency)),
    gives: 'amounts',
  };
  if (event.name === 'purchase') {
    if (!priced) return { ...entry, gross: minor(event.value) };
    return { ...entry, gross: sum(entry.lines, 'gross'), discount: sum(entry.lines, 'discount') };
  }
  const refund: LedgerEntry = {
    ...entry,
    kind: 'refund',
    tax: -Math.abs(entry.tax),
    shipping: -Math.abs(entry.shipping),
    lines: entry.lines.map(goingBack),
  };
  if (priced) return { ...refund, returns: sum(entry.lines, 'gross') - sum(entry.lines, 'discount') };
  if (event.value !== undefined) return { ...refund, returns: Math.abs(minor(event.value)) };
  return { ...refund, gives: items.length > 0 ? 'lines' : 'order' };
}

function lineOf(item: Item, currency: string): LedgerLine {
  const quantity = item.quantity ?? 1;
  const discount = toMinorUnits(item.discount ?? 0, currency, quantity);
  return {
    product: item.item_id,
    name: item.item_name ?? '',
    ...(item.item_category === undefined ? {} : { collection: item.item_category }),
    quantity,
    gross: item.price === undefined ? 0 : toMinorUnits(item.price, currency, quantity) + discount,
    discount: item.price === undefined ? 0 : discount,
  };
}

function goingBack(line: LedgerLine): LedgerLine {
  return { ...line, quantity: 0 - line.quantity, gross: 0 - line.gross, discount: 0 - line.discount };
}

function sum(lines: readonly LedgerLine[], field: 'gross' | 'discount'): number {
  return lines.reduce((total, line) => total + line[field], 0);
}
