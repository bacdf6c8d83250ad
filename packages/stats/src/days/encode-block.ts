import { coded, type Coded } from '../columns/coded.ts';
import { concatCoded } from '../columns/concat-coded.ts';
import { encodeColumns } from '../columns/encode-columns.ts';
import type { FoldedEvent } from '../folded-event.ts';
import { arrivalOf } from './arrival.ts';
import { EVENT_STRINGS, type EventBlock, type EventString } from './event-block.ts';

/** Which events are about products, and as what they count. */
const ITEM_KINDS: ReadonlyMap<string, number> = new Map([
  ['view_item', 0],
  ['add_to_cart', 1],
]);
/** Which events an order may come with. */
const OF_ORDERS: ReadonlySet<string> = new Set(['purchase', 'refund']);

/** A product that was looked at counts even where the shop does not say which one it was. */
const UNNAMED = [{ item_id: '' }];

export function encodeBlock(block: EventBlock): Uint8Array {
  const { at, itemEvent, itemKind, product, purchaseEvent, purchaseId } = block;
  const strings = EVENT_STRINGS.map((column) => [column, block.strings(column)] as const);
  return encodeColumns({
    at,
    ...Object.fromEntries(strings),
    itemEvent,
    itemKind,
    product,
    purchaseEvent,
    purchaseId,
  });
}

/** Events of one day. */
export function blockOf(events: readonly FoldedEvent[]): EventBlock {
  const items = events.flatMap(({ event }, place) => {
    const kind = ITEM_KINDS.get(event.name);
    if (kind === undefined) return [];
    return (event.items?.length ? event.items : UNNAMED).map((item) => ({ place, kind, code: item.item_id }));
  });
  const purchases = events.flatMap(({ id, event }, place) =>
    OF_ORDERS.has(event.name) ? [{ place, id }] : [],
  );
  const origins = events.map(originOf);
  const strings = new Map(
    EVENT_STRINGS.map((column) => [column, coded(origins.map((origin) => origin[column]))]),
  );
  return {
    at: Float64Array.from(events, ({ at }) => at),
    strings: (column) => strings.get(column) ?? coded([]),
    itemEvent: Uint32Array.from(items, ({ place }) => place),
    itemKind: Uint8Array.from(items, ({ kind }) => kind),
    product: coded(items.map(({ code }) => code)),
    purchaseEvent: Uint32Array.from(purchases, ({ place }) => place),
    purchaseId: Float64Array.from(purchases, ({ id }) => id),
  };
}

function originOf({
  page,
  visitor,
  prior,
  event,
  batch,
}: FoldedEvent): Readonly<Record<EventString, string>> {
  return {
    batch: batch.batch,
    visitor,
    prior: prior ?? '',
    name: event.name,
    page,
    bot: batch.bot ?? '',
    ...arrivalOf(event.url, event.referrer),
    ...batch.place,
    ...batch.client,
  };
}

/** The events of one block, then those of the other. */
export function concatBlocks(first: EventBlock, second: EventBlock): EventBlock {
  const joined = (column: (block: EventBlock) => Coded) => concatCoded([column(first), column(second)]);
  const places = (a: Uint32Array, b: Uint32Array) =>
    Uint32Array.from([...a, ...b.map((place) => place + first.at.length)]);
  return {
    at: Float64Array.from([...first.at, ...second.at]),
    strings: (column) => joined((block) => block.strings(column)),
    itemEvent: places(first.itemEvent, second.itemEvent),
    itemKind: Uint8Array.from([...first.itemKind, ...second.itemKind]),
    product: joined(({ product }) => product),
    purchaseEvent: places(first.purchaseEvent, second.purchaseEvent),
    purchaseId: Float64Array.from([...first.purchaseId, ...second.purchaseId]),
  };
}

/** Some of a block's events. `places` is ascending. */
export function partOfBlock(block: EventBlock, places: readonly number[]): EventBlock {
  const moved = new Map(places.map((from, to) => [from, to]));
  const kept = (of: Uint32Array) => [...of.keys()].filter((row) => moved.has(of[row] ?? -1));
  const items = kept(block.itemEvent);
  const purchases = kept(block.purchaseEvent);
  return {
    at: Float64Array.from(places, (place) => block.at[place] ?? 0),
    strings: (column) => rows(block.strings(column), places),
    itemEvent: Uint32Array.from(items, (row) => moved.get(block.itemEvent[row] ?? -1) ?? 0),
    itemKind: Uint8Array.from(items, (row) => block.itemKind[row] ?? 0),
    product: rows(block.product, items),
    purchaseEvent: Uint32Array.from(purchases, (row) => moved.get(block.purchaseEvent[row] ?? -1) ?? 0),
    purchaseId: Float64Array.from(purchases, (row) => block.purchaseId[row] ?? 0),
  };
}

function rows({ values, codes }: Coded, places: readonly number[]): Coded {
  return coded(places.map((place) => values[codes[place] ?? 0] ?? ''));
}
