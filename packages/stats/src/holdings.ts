import type { Database } from './database.ts';
import { readStore } from './store-row.ts';

/** What a store's object holds. */
export interface StoreHoldings {
  /** Of the log; older ones are in the archive only. */
  readonly batches: number;
  /** Counted ones. */
  readonly events: number;
  /** Of the order ledger. */
  readonly entries: number;
  readonly bytes: number;
}

/** `bytes`: what the database takes. */
export function readHoldings(db: Database, bytes: number): StoreHoldings {
  const count = (table: 'log' | 'ledger') =>
    db.all<{ count: number }>(`SELECT COUNT(*) AS count FROM ${table}`)[0]?.count ?? 0;
  return { batches: count('log'), events: readStore(db)?.events ?? 0, entries: count('ledger'), bytes };
}
