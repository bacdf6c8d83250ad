import { dayFromNumber, dayNumber } from '../calendar.ts';
import { BoundedCache, type MemoryBudget } from '../columns/bounded-cache.ts';
import type { Database } from '../database.ts';
import type { TimeZone } from '../time-zone.ts';
import type { DayOrders } from './day-orders.ts';
import { DayPlaces, PARTS, SLICES } from './day-places.ts';
import { decodeOrders, encodeOrders } from './order-codec.ts';
import { columnsOf, ordersOf } from './order-columns.ts';
import type { OrderOnDay } from './order-on-day.ts';
import type { Versions } from './versions.ts';

/** What an order does on a day from now on. */
export interface OrderChange {
  /** It may be there already. */
  readonly isKnown: boolean;
  /** Null: nothing. */
  readonly now: OrderOnDay | null;
}

/** Rows (postings, their lines and contents) from which on a part takes no more orders: some hundred orders. */
const PART_ROWS = 2048;
/** Orders that come in are added to a part of at most that share of those rows, which joins the one before it when it is full. */
const OPEN_SHARE = 1 / 8;
/** What a part takes of memory, as it is stored and with those columns unpacked that questions are about. */
const TIMES_UNPACKED = 3;
/** Bytes of a row of the database, which has at most 2 MB. */
const SLICE_BYTES = 1_500_000;

/** A part of a day, as it is in memory. */
interface Part {
  readonly version: number;
  readonly orders: DayOrders;
}

/**
 * The orders of each store-local day as columns, in parts of some hundred: an order that comes in rewrites the last of
 * them, which is small, and once in a while the one before it. All that an order does on a day is in one part.
 */
export class DayParts {
  readonly #db: Database;
  readonly #versions: Versions;
  readonly #partRows: number;
  readonly #places: DayPlaces;
  readonly #parts: BoundedCache<Part>;

  constructor(db: Database, versions: Versions, budget: MemoryBudget, partRows = PART_ROWS) {
    this.#db = db;
    this.#versions = versions;
    this.#partRows = partRows;
    this.#places = new DayPlaces(db);
    this.#parts = new BoundedCache(budget);
  }

  /** The parts of all days from `from` to `to` (`YYYY-MM-DD`, both included), day by day. */
  read(zone: TimeZone, from: string, to: string): DayOrders[] {
    return this.#places.between(from, to).map(({ id, version }) => this.#part(zone, id, version).orders);
  }

  /** Changes some orders of a day and leaves all others as they are. */
  change(zone: TimeZone, day: string, changes: ReadonlyMap<string, OrderChange>): void {
    const known = new Map([...changes].filter(([, { isKnown }]) => isKnown));
    // What is changed came in mostly a short while ago.
    for (const { id, version } of this.#places.between(day, day).toReversed()) {
      if (known.size === 0) break;
      const part = this.#part(zone, id, version);
      const ids = idsIn(part.orders);
      const here = [...known].filter(([order]) => ids.has(order));
      if (here.length === 0) continue;
      for (const [order] of here) known.delete(order);
      const others = ordersOf(part.orders).filter(({ order }) => !changes.has(order));
      this.#write(zone, id, [...others, ...here.flatMap(([, { now }]) => now ?? [])]);
    }
    const isNew = ([order, { isKnown }]: [string, OrderChange]) => !isKnown || known.has(order);
    this.#add(
      zone,
      day,
      [...changes].filter(isNew).flatMap(([, { now }]) => now ?? []),
    );
  }

  countOrders(): number {
    const [row] = this.#db.all<{ orders: number | null }>('SELECT SUM(orders) AS orders FROM day_orders');
    return row?.orders ?? 0;
  }

  clear(): void {
    this.#places.forget();
    this.#db.run('DELETE FROM day_orders');
  }

  #add(zone: TimeZone, day: string, added: readonly OrderOnDay[]): void {
    const openRows = this.#partRows * OPEN_SHARE;
    for (let from = 0; from < added.length;) {
      const last = this.#last(zone, day);
      const isOpen = last !== null && last.rows < openRows;
      let rows = isOpen ? last.rows : 0;
      let to = from;
      while (to < added.length && rows < this.#partRows) rows += rowsOfOrder(added[to++]);
      const id = last === null ? dayNumber(day) * PARTS : last.id + Number(!isOpen);
      this.#write(zone, id, [...(isOpen ? ordersOf(last.orders) : []), ...added.slice(from, to)]);
      if (rows >= openRows) this.#join(zone, day);
      from = to;
    }
  }

  /** Makes the last part of a day one with the part before it, where there is room in that. */
  #join(zone: TimeZone, day: string): void {
    const [before, last] = this.#places.between(day, day).slice(-2);
    if (!before || !last) return;
    const [one, other] = [before, last].map(({ id, version }) => this.#part(zone, id, version).orders);
    if (!one || !other || rowsOf(one) + rowsOf(other) > this.#partRows * (1 + OPEN_SHARE)) return;
    this.#write(zone, before.id, [...ordersOf(one), ...ordersOf(other)]);
    this.#write(zone, last.id, []);
  }

  #last(zone: TimeZone, day: string): { id: number; orders: DayOrders; rows: number } | null {
    const last = this.#places.between(day, day).at(-1);
    if (!last) return null;
    const { orders } = this.#part(zone, last.id, last.version);
    return { id: last.id, orders, rows: rowsOf(orders) };
  }

  #part(zone: TimeZone, id: number, version: number): Part {
    const known = this.#parts.get(id);
    if (known?.version === version) return known;
    const slices = this.#db.all<{ content: Uint8Array }>(
      'SELECT content FROM day_orders WHERE id BETWEEN ? AND ? ORDER BY id',
      id * SLICES,
      id * SLICES + SLICES - 1,
    );
    const day = dayFromNumber(Math.floor(id / PARTS));
    const content = joined(slices.map((slice) => slice.content));
    const orders = decodeOrders(day, hoursOf(zone, day), content);
    return this.#keep(id, { version, orders }, content.length);
  }

  #write(zone: TimeZone, id: number, orders: readonly OrderOnDay[]): void {
    this.#parts.delete(id);
    const day = dayFromNumber(Math.floor(id / PARTS));
    const columns = columnsOf(day, hoursOf(zone, day), orders);
    const content = orders.length === 0 ? new Uint8Array() : encodeOrders(columns);
    const slices = Math.ceil(content.length / SLICE_BYTES);
    const version = this.#versions.next();
    for (let slice = 0; slice < slices; slice += 1) {
      this.#db.run(
        'INSERT OR REPLACE INTO day_orders (id, version, orders, content) VALUES (?, ?, ?, ?)',
        id * SLICES + slice,
        version,
        slice === 0 ? columns.postings.isOrder.reduce((sum, isOrder) => sum + isOrder, 0) : 0,
        content.slice(slice * SLICE_BYTES, (slice + 1) * SLICE_BYTES),
      );
    }
    this.#db.run(
      'DELETE FROM day_orders WHERE id BETWEEN ? AND ?',
      id * SLICES + slices,
      id * SLICES + SLICES - 1,
    );
    this.#places.set(id, slices > 0 ? version : null);
    if (slices > 0) this.#keep(id, { version, orders: columns }, content.length);
  }

  /** `bytes`: as it is stored. */
  #keep(id: number, part: Part, bytes: number): Part {
    this.#parts.set(id, part, bytes * TIMES_UNPACKED);
    return part;
  }
}

function hoursOf(zone: TimeZone, day: string): number[] {
  return zone.hoursBetween(zone.startOfDay(day), zone.endOfDay(day));
}

function idsIn({ postings, led }: DayOrders): Set<string> {
  return new Set([...postings.order.values, ...led.order.values]);
}

function rowsOf({ postings, lines, contents, led }: DayOrders): number {
  return postings.count + lines.count + contents.codes.length + led.count;
}

function rowsOfOrder(order: OrderOnDay | undefined): number {
  if (!order) return 0;
  const { postings, contents } = order;
  return postings.reduce((sum, { lines }) => sum + 1 + lines.length + contents.length, 1);
}

function joined(slices: readonly Uint8Array[]): Uint8Array {
  const [first, ...others] = slices;
  if (first && others.length === 0) return first;
  const bytes = new Uint8Array(slices.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const slice of slices) {
    bytes.set(slice, at);
    at += slice.length;
  }
  return bytes;
}
