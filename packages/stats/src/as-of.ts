import type { Database } from './database.ts';
import { postOrders } from './postings.ts';
import type { TimeZone } from './time-zone.ts';

/** So many orders' entries are in memory at once. */
const ORDERS_AT_A_TIME = 500;

/**
 * Does `work`, which only reads, on orders as they were known at `time` (epoch ms): what the ledger learnt later does
 * not count. Everything is as before afterwards. Costs as much as there are orders that something was said about since.
 */
export function asOf<Result extends object>(
  db: Database,
  zone: TimeZone,
  time: number,
  work: () => Result,
): Result {
  const done: Result[] = [];
  try {
    db.transaction(() => {
      const orders = ordersChangedSince(db, time);
      for (let at = 0; at < orders.length; at += ORDERS_AT_A_TIME) {
        postOrders(db, zone, orders.slice(at, at + ORDERS_AT_A_TIME), time);
      }
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

/** Ends a transaction that must leave no trace. */
class Undo extends Error {}

function ordersChangedSince(db: Database, time: number): string[] {
  return db
    .all<{ order_id: string }>('SELECT DISTINCT order_id FROM ledger WHERE recorded > ?', time)
    .map(({ order_id: order }) => order);
}
