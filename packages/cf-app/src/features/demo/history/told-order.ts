import { clientOf } from '@layerkick/stats/classify/client';
import { event } from '@layerkick/stats/event';
import type { LedgerEntry } from '@layerkick/stats/orders/ledger-entry';
import { entryOfEvent } from '@layerkick/stats/orders/order-event';
import type { Person } from './people.ts';
import type { DemoEvent } from './walk.ts';

/** What the shop's own server says of an order, as a webhook of its platform would: the same amounts, and who placed it. */
export function toldOrder(
  purchase: DemoEvent,
  currency: string,
  { country, userAgent }: Pick<Person, 'country' | 'userAgent'>,
  customer: string,
): LedgerEntry {
  const entry = entryOfEvent(event.parse(purchase), `shop:${purchase.transaction_id}`, currency);
  if (entry === null) throw new TypeError(`${purchase.name} is no purchase`);
  const { browser } = clientOf(userAgent);
  return {
    ...entry,
    source: 'server',
    customer,
    ...(country === '' ? {} : { country }),
    ...(browser === '' ? {} : { browser }),
  };
}
