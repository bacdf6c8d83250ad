import type { Visit } from './history.ts';
import { priceOf } from './shop.ts';

/**
 * An event as the databases that ours is compared with keep it: one wide row. That the visit is known and everything about the
 * visitor is on every row is to their advantage.
 */
export interface RawEvent {
  /** Epoch ms. */
  readonly occurred: number;
  /** Store-local, as the number YYYYMMDD. */
  readonly day: number;
  readonly visitor: number;
  readonly session: number;
  readonly name: string;
  readonly page: string;
  readonly referrer: string;
  readonly country: string;
  readonly device: string;
  /** Of the first product; '' where there is none. */
  readonly product: string;
  /** What a purchase is worth, minor units; 0 for every other event. */
  readonly amount: number;
}

export function rawEvents(
  { number, visitor, day, referrer, events }: Visit,
  products: readonly string[],
): RawEvent[] {
  return events.map((event) => ({
    occurred: event.at,
    day: Number(day.replaceAll('-', '')),
    visitor: visitor.id,
    session: number,
    name: event.name,
    page: event.page,
    referrer,
    country: visitor.country,
    device: visitor.device,
    product: products[event.products[0] ?? -1] ?? '',
    amount:
      event.order === undefined ? 0 : event.products.reduce((sum, product) => sum + priceOf(product), 0),
  }));
}
