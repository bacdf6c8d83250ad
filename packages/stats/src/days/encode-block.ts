import { coded, type Coded, newCodes } from '../columns/coded.ts';
import { concatCoded, concatNumbers } from '../columns/concat.ts';
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
  const strings = stringsOf(events);
  return {
    at: Float64Array.from(events, ({ at }) => at),
    strings: (column) => strings[column],
    itemEvent: Uint32Array.from(items, ({ place }) => place),
    itemKind: Uint8Array.from(items, ({ kind }) => kind),
    product: coded(items.map(({ code }) => code)),
    purchaseEvent: Uint32Array.from(purchases, ({ place }) => place),
    purchaseId: Float64Array.from(purchases, ({ id }) => id),
  };
}

function stringsOf(events: readonly FoldedEvent[]): Readonly<Record<EventString, Coded>> {
  const batches = shared(events.map(({ batch }) => batch));
  const arrivals = shared(events.map(({ event }) => arrivalOf(event.url, event.referrer)));
  return {
    batch: batches.column(({ batch }) => batch),
    visitor: coded(events.map(({ visitor }) => visitor)),
    prior: coded(events.map(({ prior }) => prior ?? '')),
    name: coded(events.map(({ event }) => event.name)),
    page: coded(events.map(({ page }) => page)),
    bot: batches.column(({ bot }) => bot ?? ''),
    channel: arrivals.column(({ channel }) => channel),
    source: arrivals.column(({ source }) => source),
    medium: arrivals.column(({ medium }) => medium),
    campaign: arrivals.column(({ campaign }) => campaign),
    term: arrivals.column(({ term }) => term),
    content: arrivals.column(({ content }) => content),
    country: batches.column(({ place }) => place.country),
    region: batches.column(({ place }) => place.region),
    city: batches.column(({ place }) => place.city),
    device: batches.column(({ client }) => client.device),
    browser: batches.column(({ client }) => client.browser),
    system: batches.column(({ client }) => client.system),
  };
}

/** What many events have in common, so that its strings are looked at once. */
function shared<Common>(ofEvents: readonly Common[]) {
  const places = new Map<Common, number>();
  const place = Uint32Array.from(ofEvents, (common) => {
    const known = places.get(common);
    if (known === undefined) places.set(common, places.size);
    return known ?? places.size - 1;
  });
  const all = [...places.keys()];
  return {
    column: (stringOf: (common: Common) => string): Coded => {
      const { values, codes } = coded(all.map(stringOf));
      const ofRows = newCodes(values.length, place.length);
      for (let row = 0; row < place.length; row += 1) ofRows[row] = codes[place[row] ?? 0] ?? 0;
      return { values, codes: ofRows };
    },
  };
}

/** The events of one block, then those of the other. */
export function concatBlocks(first: EventBlock, second: EventBlock): EventBlock {
  const joined = (column: (block: EventBlock) => Coded) => concatCoded([column(first), column(second)]);
  const moved = (place: number) => place + first.at.length;
  return {
    at: concatNumbers(Float64Array, first.at, second.at),
    strings: (column) => joined((block) => block.strings(column)),
    itemEvent: concatNumbers(Uint32Array, first.itemEvent, second.itemEvent.map(moved)),
    itemKind: concatNumbers(Uint8Array, first.itemKind, second.itemKind),
    product: joined(({ product }) => product),
    purchaseEvent: concatNumbers(Uint32Array, first.purchaseEvent, second.purchaseEvent.map(moved)),
    purchaseId: concatNumbers(Float64Array, first.purchaseId, second.purchaseId),
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
