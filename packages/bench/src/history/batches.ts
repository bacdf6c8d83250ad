import type { ReceivedBatch, StoreEvent } from '@layerkick/stats/event';
import type { Visit, VisitEvent } from './history.ts';
import { priceOf, PRODUCTS, SHOP_ORIGIN } from './shop.ts';

/** A visit as the collector would hand it to the store's object, at most `size` events in a batch. */
export function batchesOf(visit: Visit, size: number): ReceivedBatch[] {
  const batches: ReceivedBatch[] = [];
  for (let from = 0; from < visit.events.length; from += size) {
    const events = visit.events.slice(from, from + size);
    batches.push({
      batch: batchId(visit.number, from),
      received: (events.at(-1)?.at ?? 0) + 1000,
      events: events.map((event, index) => storeEvent(event, from + index === 0 ? visit.referrer : '')),
      rejected: [],
      visitor: { ip: String(visit.visitor.id), userAgent: visit.visitor.device },
      place: { country: visit.visitor.country, region: '', city: '' },
      client: { device: visit.visitor.device, browser: 'Firefox', system: 'Linux' },
      bot: null,
    });
  }
  return batches;
}

/** As a shop sends it: `referrer` is the host that led to it, '' inside a visit. */
export function storeEvent(event: VisitEvent, referrer: string): StoreEvent {
  return {
    name: event.name,
    at: event.at,
    url: `${SHOP_ORIGIN}${event.page}`,
    ...(referrer === '' ? {} : { referrer: `https://${referrer}/` }),
    ...(event.order === undefined ? {} : { transaction_id: event.order, currency: 'EUR' }),
    ...(event.products.length === 0 ? {} : { items: event.products.map(itemOf) }),
  };
}

function itemOf(product: number) {
  return { item_id: PRODUCTS[product] ?? '', price: priceOf(product) / 100 };
}

/** A UUID that says which part of which visit it is. */
function batchId(visit: number, from: number): string {
  return `00000000-0000-4000-8000-${(visit * 64 + from).toString(16).padStart(12, '0')}`;
}
