import type { Engine } from './engine.ts';
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
export function readHoldings({ db, log, orders }: Engine, bytes: number): StoreHoldings {
  const store = readStore(db);
  return {
    batches: log.lastSeq - (store?.prunedThrough ?? 0),
    events: store?.events ?? 0,
    entries: orders.ledger.lastSeq(),
    bytes,
  };
}
