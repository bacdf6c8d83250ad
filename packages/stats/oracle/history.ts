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

/** The hour, `0`–`23`, that the store's clock shows. */
export function hourOf(timeZone: string, at: number): string {
  const hour = new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(at);
  return String(Number(hour));
}

/** The local weekday, `1` (Monday) to `7`. */
export function weekdayOf(timeZone: string, at: number): string {
  const name = new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short' }).format(at);
  return String(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(name) + 1);
}

/** The local day of an instant, `YYYY-MM-DD`. */
export function dayOf(timeZone: string, at: number): string {
  let format = formats.get(timeZone);
  if (!format) formats.set(timeZone, (format = new Intl.DateTimeFormat('sv-SE', { timeZone })));
  return format.format(at);
}
