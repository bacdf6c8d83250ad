import type { Database } from './database.ts';
import type { Log } from './log/log.ts';
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
export function readHoldings(db: Database, log: Log, bytes: number): StoreHoldings {
  const store = readStore(db);
  const [ledger] = db.all<{ count: number }>('SELECT COUNT(*) AS count FROM ledger');
  return {
    batches: log.lastSeq - (store?.prunedThrough ?? 0),
    events: store?.events ?? 0,
    entries: ledger?.count ?? 0,
    bytes,
  };
}
