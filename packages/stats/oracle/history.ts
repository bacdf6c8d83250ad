import type { ReceivedBatch, StoreEvent } from '../src/event.ts';
import type { LedgerEntry } from '../src/orders/ledger-entry.ts';
import type { StoreSettings } from '../src/store.ts';

/** All that a store was ever told, in the order in which it was told. */
export interface History {
  readonly store: StoreSettings;
  readonly batches: readonly ReceivedBatch[];
  readonly entries: readonly LedgerEntry[];
}

/** One event, with what its batch says about the sender. */
export interface OracleEvent {
  /** Epoch ms. */
  readonly at: number;
  /** Decides between events of the same millisecond: by batch, then by place in the batch. */
  readonly key: string;
  readonly event: StoreEvent;
  readonly batch: ReceivedBatch;
}

/** Every event once, in the order of time. Of batches with the same id the first one is the batch. */
export function eventsOf({ batches }: History): OracleEvent[] {
  const once = batches.filter(
    (batch, index) => batches.findIndex((other) => other.batch === batch.batch) === index,
  );
  return once
    .flatMap((batch) =>
      batch.events.map((event, index) => ({
        at: event.at,
        key: `${batch.batch}:${index < 10 ? '0' : ''}${index}`,
        event,
        batch,
      })),
    )
    .toSorted((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
}

/** Every statement of servers and imports once: the same id again changes nothing. */
export function entriesOf({ entries }: History): LedgerEntry[] {
  return entries.filter((entry, index) => entries.findIndex((other) => other.id === entry.id) === index);
}
