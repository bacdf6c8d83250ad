import { KEPT_COLUMNS } from '../kept-bytes.ts';
import { MemoryBudget } from '../columns/bounded-cache.ts';
import type { Database } from '../database.ts';
import type { StoreSettings } from '../store.ts';
import { rememberSettings, widenTimes } from '../store-row.ts';
import { TimeZone } from '../time-zone.ts';
import { Customers } from './customers.ts';
import { DayParts } from './day-parts.ts';
import { LedgerChunks } from './ledger-chunks.ts';
import type { LedgerEntry, LedgerReceipt } from './ledger-entry.ts';
import type { NamedProduct } from './named-product.ts';
import type { OrderReader } from './order-reader.ts';
import { type OrderStores, postOrders } from './post-orders.ts';
import { Products } from './products.ts';
import { Versions } from './versions.ts';

/** An entry on its way into the ledger. */
export interface NewEntry {
  readonly entry: LedgerEntry;
  /** The event that it came with; null for what servers and imports say. */
  readonly event: number | null;
  readonly bot: string;
}

/** From how much on something new is begun; see `LedgerChunks` and `DayParts`. */
export interface OrderSizes {
  readonly chunkCharacters: number;
  readonly partRows: number;
}

/** Ends a transaction that must leave no trace. */
class Undo extends Error {}

/**
 * A store's order ledger and what counts of it, as days of columns. What was read stays in memory; a transaction that
 * is taken back takes it along.
 */
export class Orders {
  readonly ledger: LedgerChunks;
  readonly #db: Database;
  readonly #stores: OrderStores;

  constructor(db: Database, sizes: Partial<OrderSizes> = {}, budget = new MemoryBudget(KEPT_COLUMNS)) {
    this.#db = db;
    const versions = new Versions(db);
    this.ledger = new LedgerChunks(db, versions, sizes.chunkCharacters);
    this.#stores = {
      ledger: this.ledger,
      days: new DayParts(db, versions, budget, sizes.partRows),
      customers: new Customers(db),
      products: new Products(db, versions),
    };
  }

  /** Appends what servers and imports say; all or nothing. `now` is epoch ms. */
  record(store: StoreSettings, entries: readonly LedgerEntry[], now: number): LedgerReceipt {
    return this.#db.transaction(() => {
      const { timeZone } = rememberSettings(this.#db, store);
      const said = entries.map((entry) => ({ entry, event: null, bot: '' }));
      const fresh = this.append(TimeZone.of(timeZone), said, now);
      return { accepted: fresh, duplicates: entries.length - fresh };
    });
  }

  /** Within a transaction: appends entries whose ids are new, and counts their orders. Returns how many were new. */
  append(zone: TimeZone, entries: readonly NewEntry[], now: number): number {
    const fresh = this.#withoutKnown(entries);
    if (fresh.length === 0) return 0;
    const last = this.ledger.lastSeq();
    const told = fresh.map((one, index) => ({ ...one, seq: last + 1 + index, recorded: now }));
    postOrders(this.#stores, zone, new Set(fresh.map(({ entry }) => entry.order)), {
      before: ({ seq }) => seq <= last,
      after: () => true,
      told,
    });
    this.ledger.append(told);
    this.#widenTimes(fresh.map(({ entry }) => entry));
    return fresh.length;
  }

  /** What products are called by those who look at them. */
  remember(products: Iterable<NamedProduct>): void {
    this.#stores.products.remember(products);
  }

  /** How many orders count. */
  count(): number {
    return this.#stores.days.countOrders();
  }

  reader(zone: TimeZone): OrderReader {
    const { days, products } = this.#stores;
    return {
      days: (from, to) => days.read(zone, from, to),
      products: () => products.all(),
    };
  }

  /**
   * Does `work`, which only reads, on orders as they were known at `time` (epoch ms): what the ledger learnt later does
   * not count. Everything is as before afterwards. Costs as much as there are orders that something was said about since.
   */
  asOf<Result extends object>(zone: TimeZone, time: number, work: () => Result): Result {
    const done: Result[] = [];
    try {
      this.#db.transaction(() => {
        postOrders(this.#stores, zone, this.ledger.ordersSince(time), {
          before: () => true,
          after: ({ recorded }) => recorded <= time,
        });
        done.push(work());
        throw new Undo();
      });
    } catch (error) {
      if (!(error instanceof Undo)) throw error;
    }
    const [result] = done;
    if (result === undefined) throw new TypeError('The work has to return something');
    return result;
  }

  /** Within a transaction: forgets everything that is derived from the ledger, and products. `repost` brings it back. */
  clear(): void {
    const { days, customers, products } = this.#stores;
    for (const store of [days, customers, products]) store.clear();
  }

  /**
   * Within a transaction: works out anew what counts of the orders of some entries after `seq`. Returns the `seq` up to
   * which it is done; null where there are no more.
   */
  repost(zone: TimeZone, seq: number): number | null {
    const entries = this.ledger.entriesAfter(seq);
    const last = entries.at(-1);
    if (!last) return null;
    const orders = new Set(entries.map(({ entry }) => entry.order));
    postOrders(this.#stores, zone, orders, { before: () => true, after: () => true });
    this.#widenTimes(entries.map(({ entry }) => entry));
    return last.seq;
  }

  #withoutKnown(entries: readonly NewEntry[]): NewEntry[] {
    const known = new Set<string>();
    const ids = new Set(entries.map(({ entry }) => entry.id));
    for (const { entry } of this.ledger.find('id', ids)) known.add(entry.id);
    return entries.filter(({ entry }) => !known.has(entry.id) && known.add(entry.id));
  }

  #widenTimes(entries: readonly LedgerEntry[]): void {
    const times = entries.map(({ at }) => at);
    widenTimes(
      this.#db,
      times.reduce((a, b) => Math.min(a, b)),
      times.reduce((a, b) => Math.max(a, b)),
    );
  }
}
