import type { ReceivedBatch, StoreEvent } from '../src/event.ts';
import type { LedgerEntry } from '../src/ledger-entry.ts';
import type { StoreSettings } from '../src/store.ts';

/** All that a store was ever told. */
export interface History {
  readonly store: StoreSettings;
  readonly batches: readonly ReceivedBatch[];
  readonly entries: readonly LedgerEntry[];
}

/** One event and what its batch says about the sender. */
export interface OracleEvent {
  readonly at: number;
  readonly key: string;
  readonly event: StoreEvent;
  readonly batch: ReceivedBatch;
}

/** Every event once, in the order of time. */
export function eventsOf({ batches }: History): OracleEvent[] {
  const once = new Map(batches.map((batch) => [batch.batch, batch]));
  return [...once.values()]
    .flatMap((batch) =>
      batch.events.map((event, index) => ({ at: event.at, key: `${batch.batch}:${index}`, event, batch })),
    )
    .toSorted((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The local day of an instant, `YYYY-MM-DD`. */
export function dayOf(timeZone: string, at: number): string {
  let format = formats.get(timeZone);
  if (!format) formats.set(timeZone, (format = new Intl.DateTimeFormat('sv-SE', { timeZone })));
  return format.format(at);
}
