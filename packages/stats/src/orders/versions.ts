import type { Database } from '../database.ts';

const VERSIONED = ['ledger_chunk', 'day_orders', 'product_block'];

/**
 * Numbers the writings of a database's rows about orders. As long as a row has the version that it was read with, what
 * was read is what it says: a version that was taken back with its transaction is not given to anything else.
 */
export class Versions {
  readonly #db: Database;
  #latest: number | null = null;

  constructor(db: Database) {
    this.#db = db;
  }

  next(): number {
    this.#latest = (this.#latest ?? this.#latestStored()) + 1;
    return this.#latest;
  }

  #latestStored(): number {
    const latest = VERSIONED.map(
      (table) => this.#db.all<{ latest: number | null }>(`SELECT MAX(version) AS latest FROM ${table}`)[0],
    );
    return Math.max(...latest.map((row) => row?.latest ?? 0));
  }
}
