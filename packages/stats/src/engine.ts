import { MemoryBudget } from './columns/bounded-cache.ts';
import type { Database } from './database.ts';
import { Days } from './days/days.ts';
import { KEPT_COLUMNS, KEPT_FINDINGS } from './kept-bytes.ts';
import { Log } from './log/log.ts';
import { Orders } from './orders/orders.ts';
import type { RealtimeSources } from './query/realtime.ts';
import type { Sources } from './query/answer.ts';
import { AnswerCache } from './query/answer-cache.ts';
import { Kept } from './query/scan/kept.ts';
import type { StoreSettings } from './store.ts';
import { readStore } from './store-row.ts';
import { TimeZone } from './time-zone.ts';

/**
 * One store's log, days and orders over one database, with what each of them keeps in memory. A rebuild or an erasure
 * changes the database beneath: a new engine reads it anew.
 */
export class Engine {
  readonly db: Database;
  readonly log: Log;
  readonly orders: Orders;
  /** Shared by all columns that are kept, wherever they come from. */
  readonly columnBudget = new MemoryBudget(KEPT_COLUMNS);
  readonly #kept = new Kept(new MemoryBudget(KEPT_FINDINGS));
  readonly #answers = new AnswerCache();
  #days: { readonly zone: TimeZone; readonly days: Days } | null = null;

  /** `now` is the true time, epoch ms. */
  constructor(db: Database, now: number) {
    this.db = db;
    this.log = new Log(db, now);
    this.orders = new Orders(db, {}, this.columnBudget);
  }

  /** The days of the zone that the store is counted in. */
  days(zone: TimeZone): Days {
    if (this.#days?.zone !== zone) this.#days = { zone, days: new Days(this.db, zone, this.columnBudget) };
    return this.#days.days;
  }

  /** What questions about what is folded are answered from; `settings` hold where nothing was ever stored. */
  sources(settings: StoreSettings): Sources & RealtimeSources {
    const store = readStore(this.db);
    const zone = TimeZone.of(store?.timeZone ?? settings.timeZone);
    const days = this.days(zone);
    return {
      days,
      recentEvents: (since) => days.recentEvents(since),
      orders: this.orders.reader(zone),
      asOf: <Result extends object>(time: number, work: () => Result) => this.orders.asOf(zone, time, work),
      store,
      usage: this.db.usage,
      kept: this.#kept,
      answers: this.#answers,
    };
  }
}
