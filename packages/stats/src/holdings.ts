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

/** Of two shards. */
export function addHoldings(first: StoreHoldings, other: StoreHoldings): StoreHoldings {
  return {
    batches: first.batches + other.batches,
    events: first.events + other.events,
    entries: first.entries + other.entries,
    bytes: first.bytes + other.bytes,
  };
}
