import { attributionOf } from '../classify/attribution.ts';
import {
  LIVE_MINUTES,
  LIVE_STEPS,
  LIVE_VISIT_MINUTES,
  type LiveCart,
  type LiveCount,
  type LiveOrder,
  type LiveState,
  type LiveStep,
} from '../live.ts';
import type { LoggedBatch, LoggedEvent } from '../log/logged-batch.ts';
import type { LedgerEntry } from '../orders/ledger-entry.ts';
import { entryOfEvent } from '../orders/order-event.ts';
import { pageOf } from '../page.ts';
import { LiveCartContents } from './live-cart.ts';

const MINUTE_MS = 60_000;
/** Rows of each list. */
const MOST_COUNTS = 10;
const MOST_CARTS = 20;
const MOST_ORDERS = 20;

interface Visit {
  readonly key: string;
  lastAt: number;
  /** Of the newest page view. */
  pageAt: number;
  page: string;
  /** Of the first event that says where from. */
  source: string;
  step: LiveStep;
  orderedAt: number;
  readonly cart: LiveCartContents;
}

interface Sale {
  readonly key: string;
  readonly entry: LedgerEntry;
  readonly source: string;
}

/**
 * Who is in a shop, with their carts, and what was ordered: told by batches as they come, kept in memory only, and
 * forgotten when it is half an hour old.
 */
export class LiveVisits {
  readonly #visits = new Map<string, Visit>();
  /** Who goes on over midnight, by the name of the new day. */
  readonly #before = new Map<string, string>();
  readonly #sales = new Map<string, Sale>();
  #keys = 0;

  add(batches: readonly LoggedBatch[], currency: string): void {
    for (const { bot, events, batch } of batches) {
      if (bot !== null) continue;
      for (const [place, event] of events.entries()) this.#hear(event, `${batch}:${place}`, currency);
    }
  }

  /** What servers say about orders. Their word counts. */
  record(entries: readonly LedgerEntry[]): void {
    for (const entry of entries) {
      const before = this.#sales.get(entry.order);
      if (entry.kind === 'deletion') this.#sales.delete(entry.order);
      if (entry.kind !== 'sale') continue;
      this.#sales.set(entry.order, {
        key: before?.key ?? this.#newKey(),
        source: before?.source ?? '',
        // Its moment is the one that people saw first.
        entry: before ? { ...entry, at: before.entry.at } : entry,
      });
    }
  }

  /** `now` is epoch ms. */
  state(now: number, currency: string): LiveState {
    this.#forgetBefore(now - LIVE_VISIT_MINUTES * MINUTE_MS);
    const visits = [...this.#visits.values()];
    const present = visits.filter(({ lastAt }) => lastAt > now - LIVE_MINUTES * MINUTE_MS);
    const sales = [...this.#sales.values()].toSorted((a, b) => b.entry.at - a.entry.at);
    const valueIn = (cart: LiveCartContents) => (cart.currency === currency ? cart.value : null);
    const soldFor = ({ entry }: Sale) => (entry.currency === currency ? entry.gross - entry.discount : null);
    return {
      at: now,
      currency,
      visitors: present.length,
      pages: counted(present.map(({ page }) => page).filter((page) => page !== '')),
      sources: counted(present.map(({ source }) => source)),
      steps: LIVE_STEPS.map((step) => {
        const here = visits.filter((visit) => visit.step === step);
        const values = step === 'order' ? sales.map(soldFor) : here.map(({ cart }) => valueIn(cart));
        return {
          step,
          visitors: here.length,
          value: values.reduce((sum: number, value) => sum + (value ?? 0), 0),
        };
      }),
      carts: visits
        .flatMap((visit): LiveCart[] => {
          const { key, step, cart, source, lastAt } = visit;
          if (step !== 'cart' && step !== 'checkout') return [];
          const { units, product } = cart;
          return [{ key, step, value: valueIn(cart), units, product, source, at: lastAt }];
        })
        .toSorted((a, b) => b.at - a.at)
        .slice(0, MOST_CARTS),
      orders: sales.slice(0, MOST_ORDERS).map((sale): LiveOrder => {
        const { entry, key, source } = sale;
        return {
          key,
          value: soldFor(sale),
          units: entry.lines.reduce((sum, { quantity }) => sum + quantity, 0),
          product: entry.lines[0]?.name || (entry.lines[0]?.product ?? ''),
          source,
          at: entry.at,
        };
      }),
    };
  }

  #hear(event: LoggedEvent, id: string, currency: string): void {
    const visit = this.#visitOf(event);
    visit.lastAt = Math.max(visit.lastAt, event.at);
    if (visit.source === '') visit.source = attributionOf(event.url, event.referrer).source;
    switch (event.name) {
      case 'page_view':
        if (event.at < visit.pageAt) return;
        visit.pageAt = event.at;
        visit.page = pageOf(event.url);
        return;
      case 'purchase':
        return this.#order(visit, event, id, currency);
      default:
        // Somebody who orders and goes on begins anew; what comes late is of the cart that was ordered.
        if (event.at >= visit.orderedAt) follow(visit, event, currency);
    }
  }

  #order(visit: Visit, event: LoggedEvent, id: string, currency: string): void {
    const entry = entryOfEvent(event, `event:${id}`, currency);
    if (!entry) return;
    const before = this.#sales.get(entry.order);
    this.#sales.set(entry.order, {
      key: before?.key ?? this.#newKey(),
      source: visit.source,
      // A server has told of it already.
      entry: before?.entry.source === 'server' ? before.entry : entry,
    });
    visit.step = 'order';
    visit.orderedAt = event.at;
    visit.cart.clear();
  }

  #visitOf({ visitor, prior, at }: LoggedEvent): Visit {
    if (prior !== undefined && this.#visits.has(prior)) this.#before.set(visitor, prior);
    const name = this.#before.get(visitor) ?? visitor;
    const known = this.#visits.get(name);
    if (known) return known;
    const visit: Visit = {
      key: this.#newKey(),
      lastAt: at,
      pageAt: 0,
      page: '',
      source: '',
      step: 'browsing',
      orderedAt: 0,
      cart: new LiveCartContents(),
    };
    this.#visits.set(name, visit);
    return visit;
  }

  #forgetBefore(time: number): void {
    for (const [name, { lastAt }] of this.#visits) if (lastAt < time) this.#visits.delete(name);
    for (const [name, before] of this.#before) if (!this.#visits.has(before)) this.#before.delete(name);
    for (const [order, { entry }] of this.#sales) if (entry.at < time) this.#sales.delete(order);
  }

  #newKey(): string {
    this.#keys += 1;
    return String(this.#keys);
  }
}

/** Takes somebody along their way: forward with what they do, back when their cart is empty again. */
function follow(visit: Visit, event: LoggedEvent, currency: string): void {
  const { cart } = visit;
  switch (event.name) {
    case 'view_item':
      if (visit.step === 'browsing' || visit.step === 'order') visit.step = 'product';
      return;
    case 'add_to_cart':
      cart.add(event, currency);
      if (visit.step !== 'checkout') visit.step = 'cart';
      return;
    case 'remove_from_cart':
      cart.remove(event);
      if (cart.isEmpty) visit.step = 'product';
      return;
    case 'view_cart':
      cart.replace(event, currency);
      if (!cart.isEmpty && visit.step !== 'checkout') visit.step = 'cart';
      return;
    case 'begin_checkout':
    case 'add_shipping_info':
    case 'add_payment_info':
      cart.replace(event, currency);
      visit.step = 'checkout';
  }
}

/** How often each name is there: the most frequent first, then by name. */
function counted(names: readonly string[]): LiveCount[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, visitors]) => ({ name, visitors }))
    .toSorted((a, b) => b.visitors - a.visitors || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_COUNTS);
}
