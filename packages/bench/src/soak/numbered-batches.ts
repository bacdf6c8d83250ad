import { SHOP_ORIGIN } from '../history/shop.ts';
import { requestOf } from '../load/requests.ts';
import type { Sendable } from './resending-load.ts';

/** As many as one answer can have rows. */
export const PAGES = 1000;
/** One in so many batches has an order. */
const ORDER_EVERY = 10;
const VISITORS = 5000;

/** What a store has to have counted when it has each of `count` numbered batches once. */
export interface Expected {
  readonly pageViews: number;
  readonly orders: number;
  /** By path. */
  readonly viewsOf: ReadonlyMap<string, number>;
}

/** Batches that tell who of them is missing, or there twice: each views the page of its number, and some order under it. */
export function numberedBatches(count: number): Sendable[] {
  const sent = Date.now();
  return Array.from({ length: count }, (_, number) => {
    const url = `${SHOP_ORIGIN}${pageOf(number)}`;
    const view = { name: 'page_view', at: sent, url };
    const order = {
      name: 'purchase',
      at: sent,
      url,
      currency: 'EUR',
      transaction_id: `order-${number}`,
      items: [{ item_id: 'a', price: 1 }],
    };
    const events = number % ORDER_EVERY === 0 ? [view, order] : [view];
    return { request: requestOf(number, sent, events, number % VISITORS) };
  });
}

export function expectedOf(count: number): Expected {
  const viewsOf = new Map<string, number>();
  for (let number = 0; number < count; number += 1)
    viewsOf.set(pageOf(number), (viewsOf.get(pageOf(number)) ?? 0) + 1);
  return { pageViews: count, orders: Math.ceil(count / ORDER_EVERY), viewsOf };
}

function pageOf(number: number): string {
  return `/run/${number % PAGES}`;
}
