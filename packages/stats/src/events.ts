import { type Database, insertRows, insertStatement } from './database.ts';
import type { FoldedEvent } from './folded-event.ts';
import { productIds } from './products.ts';

/** An event whose session is known. */
export type CountedEvent = FoldedEvent & { readonly session: number };

/** Which events are about products, and as what they count. */
const ITEM_KINDS: ReadonlyMap<string, 'view' | 'cart'> = new Map([
  ['view_item', 'view'],
  ['add_to_cart', 'cart'],
]);

export function writeEvents(db: Database, events: readonly CountedEvent[]): void {
  insertRows(
    db,
    INSERT_EVENT,
    events.map(({ id, session, at, day, hourAt, event, page, visitor, prior, batch }) => [
      id,
      session,
      at,
      day,
      hourAt,
      event.name,
      page,
      visitor,
      prior,
      batch.bot ?? '',
    ]),
  );
  writeItems(db, events);
}

function writeItems(db: Database, events: readonly CountedEvent[]): void {
  const items = events.flatMap((event) => {
    const kind = ITEM_KINDS.get(event.event.name);
    if (!kind) return [];
    // A product that was looked at counts even where the shop does not say which one it was.
    const named = event.event.items?.length ? event.event.items : [{ item_id: '', item_name: '' }];
    return named.map((item, position) => ({ event, kind, position, item }));
  });
  if (items.length === 0) return;
  const products = productIds(
    db,
    items.map(({ event, item }) => ({ code: item.item_id, name: item.item_name ?? '', at: event.at })),
  );
  insertRows(
    db,
    INSERT_ITEM,
    items.map(({ event, kind, position, item }) => [
      event.id,
      position,
      kind,
      products.get(item.item_id) ?? null,
      event.session,
      event.day,
      event.hourAt,
      event.batch.bot ?? '',
    ]),
  );
}

const INSERT_EVENT = insertStatement('INSERT', 'event', [
  'id',
  'session',
  'at',
  'day',
  'hour_at',
  'name',
  'page',
  'visitor',
  'prior',
  'bot',
]);

const INSERT_ITEM = insertStatement('INSERT', 'item', [
  'event',
  'position',
  'kind',
  'product',
  'session',
  'day',
  'hour_at',
  'bot',
]);
