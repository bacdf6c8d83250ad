import { type Database, insertRows, insertStatement, jsonParameters } from '../database.ts';

/** An order of a known customer. */
export interface CustomerOrder {
  readonly customer: string;
  readonly order: string;
  /** When it was placed, epoch ms. */
  readonly at: number;
}

/** Who ordered when: tells which order is a customer's first ever. */
export class Customers {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** The id of each customer's first order: the earliest; of the same instant the one whose id comes first. */
  firstOrders(customers: Iterable<string>): Map<string, string> {
    const first = new Map<string, string>();
    for (const portion of jsonParameters(customers)) {
      const rows = this.#db.all<{ customer: string; first: string | null }>(SELECT_FIRST, portion);
      for (const row of rows) if (row.first !== null) first.set(row.customer, row.first);
    }
    return first;
  }

  replace(before: readonly CustomerOrder[], after: readonly CustomerOrder[]): void {
    const kept = new Set(after.map(keyOf));
    const gone = before.filter((one) => !kept.has(keyOf(one))).map(valuesOf);
    for (const portion of jsonParameters(gone)) this.#db.run(DELETE, portion);
    insertRows(this.#db, INSERT, after.map(valuesOf));
  }

  clear(): void {
    this.#db.run('DELETE FROM customer_order');
  }
}

function valuesOf({ customer, at, order }: CustomerOrder) {
  return [customer, at, order];
}

function keyOf(one: CustomerOrder): string {
  return JSON.stringify(valuesOf(one));
}

const SELECT_FIRST = `SELECT value AS customer, (SELECT order_id FROM customer_order
  WHERE customer = value ORDER BY at, order_id LIMIT 1) AS first FROM json_each(?)`;

const INSERT = insertStatement('INSERT OR IGNORE', 'customer_order', ['customer', 'at', 'order_id']);

const DELETE = `DELETE FROM customer_order WHERE (customer, at, order_id) IN
  (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?))`;
