import type { TimeZone } from '../time-zone.ts';
import type { CustomerOrder, Customers } from './customers.ts';
import type { DayParts, OrderChange } from './day-parts.ts';
import type { LedgerChunks, StoredEntry } from './ledger-chunks.ts';
import type { NamedProduct } from './named-product.ts';
import { type CustomerKind, daysOfOrder, orderByDay } from './order-on-day.ts';
import { type Posting, postOrder } from './post-order.ts';
import type { Products } from './products.ts';

/** Where orders are read from, and where what counts of them is written. */
export interface OrderStores {
  readonly ledger: LedgerChunks;
  readonly days: DayParts;
  readonly customers: Customers;
  readonly products: Products;
}

/** Which entries of the ledger count. */
export interface Counting {
  /** So far. It does no harm to name what does not. */
  readonly before: (entry: StoredEntry) => boolean;
  readonly after: (entry: StoredEntry) => boolean;
  /** Entries that are about to be in the ledger. */
  readonly told?: readonly StoredEntry[];
}

/** What counts of an order, so far and from now on. */
interface Posted {
  readonly order: string;
  readonly before: readonly Posting[];
  readonly after: readonly Posting[];
}

/** Orders whose entries are in memory at once. */
const ORDERS_AT_A_TIME = 500;

/**
 * Works out anew what counts of some orders and writes it on their days. Another order of their customers that becomes
 * the first ever, or no longer is, is written anew as well.
 */
export function postOrders(
  stores: OrderStores,
  zone: TimeZone,
  orders: Iterable<string>,
  counting: Counting,
): void {
  const all = [...orders];
  for (let at = 0; at < all.length; at += ORDERS_AT_A_TIME) {
    const toCome = new Set(all.slice(at + ORDERS_AT_A_TIME));
    const portion = new Set(all.slice(at, at + ORDERS_AT_A_TIME));
    const others = postPortion(stores, zone, portion, counting).filter(
      (order) => !toCome.has(order) && !portion.has(order),
    );
    // Whether these were counted anew before, or were not to be at all: both is what they may be.
    const either = { ...counting, before: () => true };
    if (others.length > 0) postPortion(stores, zone, new Set(others), either);
  }
}

/** Returns the orders that are the first ones of their customers now, or were before. */
function postPortion(
  stores: OrderStores,
  zone: TimeZone,
  orders: ReadonlySet<string>,
  counting: Counting,
): string[] {
  const told = counting.told?.filter(({ entry }) => orders.has(entry.order)) ?? [];
  const entries = [...stores.ledger.find('order', orders), ...told];
  const byOrder = Map.groupBy(entries, ({ entry }) => entry.order);
  const posted = [...byOrder].map(([order, said]): Posted => {
    const before = said.filter(counting.before);
    const after = said.filter(counting.after);
    const now = postOrder(after);
    return { order, before: before.length === after.length ? now : postOrder(before), after: now };
  });
  const turned = replaceCustomers(stores.customers, posted);
  const kinds = kindsOf(stores.customers, posted);

  const changes = new Map<string, Map<string, OrderChange>>();
  for (const { order, before, after } of posted) {
    const known = daysOfOrder(before, zone);
    const byDay = orderByDay(order, after, kinds.get(order) ?? '', zone);
    for (const day of new Set([...known, ...byDay.keys()])) {
      const ofDay = changes.get(day) ?? new Map<string, OrderChange>();
      changes.set(day, ofDay.set(order, { isKnown: known.has(day), now: byDay.get(day) ?? null }));
    }
  }
  for (const [day, ofDay] of changes) stores.days.change(zone, day, ofDay);
  stores.products.remember(namedProducts(entries));
  return turned;
}

/** Returns the orders that were or are the first ones of customers whose first order is another one now. */
function replaceCustomers(customers: Customers, posted: readonly Posted[]): string[] {
  const before = posted.flatMap((one) => customerOrder(one.order, one.before));
  const after = posted.flatMap((one) => customerOrder(one.order, one.after));
  const concerned = new Set([...before, ...after].map(({ customer }) => customer));
  if (concerned.size === 0) return [];
  const firstBefore = customers.firstOrders(concerned);
  customers.replace(before, after);
  const firstAfter = customers.firstOrders(concerned);
  return [...concerned].flatMap((customer) => {
    const was = firstBefore.get(customer);
    const is = firstAfter.get(customer);
    return was === is ? [] : [was, is].flatMap((order) => order ?? []);
  });
}

function kindsOf(customers: Customers, posted: readonly Posted[]): Map<string, CustomerKind> {
  const orders = posted.flatMap(({ order, after }) => customerOrder(order, after));
  const first = customers.firstOrders(new Set(orders.map(({ customer }) => customer)));
  return new Map(
    orders.map(({ order, customer }) => [order, first.get(customer) === order ? 'new' : 'returning']),
  );
}

function customerOrder(order: string, [first]: readonly Posting[]): CustomerOrder[] {
  if (!first?.isOrder || !first.customer) return [];
  return [{ customer: first.customer, order, at: first.entry.at }];
}

/** By what counts and what does not, so that a product's name does not depend on which of them came first. */
function* namedProducts(entries: readonly StoredEntry[]): Iterable<NamedProduct> {
  for (const { entry } of entries) {
    for (const { product, name, collection = '' } of entry.lines) {
      yield { code: product, name, collection, at: entry.at };
    }
  }
}
