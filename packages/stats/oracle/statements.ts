import type { StoreEvent } from '../src/event.ts';
import type { LedgerEntry } from '../src/orders/ledger-entry.ts';
import { entriesOf, eventsOf, type History, type OracleEvent } from './history.ts';
import { minorUnits } from './minor-units.ts';

/** Something that was said about an order, by the shop or by a browser's event. */
export interface Said {
  readonly entry: LedgerEntry;
  /** The event that says it; null for what servers and imports say. */
  readonly event: OracleEvent | null;
}

/** All that was said about each order, in the order of time; of the same millisecond, by id. */
export function saidOf(history: History): Said[][] {
  const said = [
    ...eventsOf(history).flatMap((event) => saidBy(event, history.store.currency)),
    ...entriesOf(history).map((entry) => ({ entry, event: null })),
  ].toSorted((a, b) => a.entry.at - b.entry.at || (a.entry.id < b.entry.id ? -1 : 1));
  return [...Map.groupBy(said, ({ entry }) => entry.order).values()];
}

type Item = NonNullable<StoreEvent['items']>[number];

/**
 * A purchase is worth its items or, where none has a price, its `value`. A refund gives back its items at their
 * prices, else its `value`, else its items at what they were sold for, else the whole order.
 */
function saidBy(from: OracleEvent, storeCurrency: string): Said[] {
  const { event } = from;
  if (event.name !== 'purchase' && event.name !== 'refund') return [];
  const currency = event.currency ?? storeCurrency;
  const items = event.items ?? [];
  const isRefund = event.name === 'refund';
  const isPriced = items.some(({ price }) => price !== undefined);
  const sign = isRefund ? -1 : 1;
  const lines = items.map((item) => lineOf(item, currency, sign));
  const gross = sign * lines.reduce((sum, line) => sum + line.gross, 0);
  const discount = sign * lines.reduce((sum, line) => sum + line.discount, 0);
  const value = minorUnits(event.value ?? 0, currency);
  const tax = minorUnits(event.tax ?? 0, currency);
  const shipping = minorUnits(event.shipping ?? 0, currency);
  const gives = items.length > 0 ? 'lines' : 'order';
  const common = {
    id: `event:${from.key}`,
    order: event.transaction_id ?? `event:${from.key}`,
    at: event.at,
    currency,
    adjustment: 0,
    source: 'browser',
    lines,
  } as const;
  const entry: LedgerEntry = isRefund
    ? {
        ...common,
        kind: 'refund',
        gross: 0,
        discount: 0,
        returns: isPriced ? gross - discount : Math.abs(value),
        tax: -Math.abs(tax),
        shipping: -Math.abs(shipping),
        gives: isPriced || event.value !== undefined ? 'amounts' : gives,
      }
    : {
        ...common,
        kind: 'sale',
        gross: isPriced ? gross : value,
        discount: isPriced ? discount : 0,
        returns: 0,
        tax,
        shipping,
        gives: 'amounts',
      };
  return [{ entry, event: from }];
}

/** An item's price is per unit and after discount. */
function lineOf(item: Item, currency: string, sign: 1 | -1): LedgerEntry['lines'][number] {
  const { item_id: product, item_name: name = '', item_category: collection, quantity = 1, price } = item;
  const discount = price === undefined ? 0 : minorUnits(item.discount ?? 0, currency, quantity);
  const net = price === undefined ? 0 : minorUnits(price, currency, quantity);
  return {
    product,
    name,
    ...(collection === undefined ? {} : { collection }),
    quantity: sign * quantity,
    gross: sign * (net + discount),
    discount: sign * discount,
  };
}
