import type { CohortsAnswer, CohortsQuery } from './cohorts.ts';
import type { BatchReceipt, ReceivedBatch } from './event.ts';
import type { FunnelAnswer, FunnelQuery } from './funnel.ts';
import type { StoreHoldings } from './holdings.ts';
import type { LedgerEntry, LedgerReceipt } from './orders/ledger-entry.ts';
import type { StatsAnswer, StatsQuery } from './query.ts';
import type { RealtimeAnswer, RealtimeQuery } from './realtime.ts';
import type { StoreSettings } from './store.ts';

/** What the `StoreStats` Durable Object answers to; one object per store, addressed by slug (`idFromName(slug)`). */
export interface StoreStatsRpc {
  /** Durable when it resolves. Receipts are in the order of `batches`. */
  append(store: StoreSettings, batches: readonly ReceivedBatch[]): Promise<readonly BatchReceipt[]>;
  /** The same for `batches` as JSON. */
  appendText(store: StoreSettings, batches: string): Promise<readonly BatchReceipt[]>;
  /** Appends to the order ledger; all or nothing. */
  record(store: StoreSettings, entries: readonly LedgerEntry[]): Promise<LedgerReceipt>;
  /** Answers are in the order of `queries`. `now` is epoch ms and decides what "today" is. */
  query(store: StoreSettings, queries: readonly StatsQuery[], now: number): Promise<readonly StatsAnswer[]>;
  funnel(store: StoreSettings, query: FunnelQuery, now: number): Promise<FunnelAnswer>;
  cohorts(store: StoreSettings, query: CohortsQuery, now: number): Promise<CohortsAnswer>;
  realtime(store: StoreSettings, query: RealtimeQuery, now: number): Promise<RealtimeAnswer>;
  status(): Promise<StoreStatus>;
  /** Begins to work out all figures anew, on the days of this time zone; `status` says how far it is. */
  rebuild(store: StoreSettings): Promise<void>;
  /** Everything the store was told, as NDJSON: see `exportStore`. */
  export(store: StoreSettings): Promise<ReadableStream<Uint8Array>>;
  holdings(): Promise<StoreHoldings>;
  /** Removes all that the object holds; for a minute it then takes in nothing, since not everybody may have heard. */
  erase(): Promise<void>;
}

export interface StoreStatus {
  readonly events: number;
  readonly orders: number;
  readonly firstEventAt: number | null;
  readonly lastEventAt: number | null;
  /** Batches that are stored but not counted yet. */
  readonly pendingBatches: number;
  /** Batches that could not be counted; each is in the log of the Worker as `batch_set_aside`. */
  readonly setAsideBatches: number;
  /** Of the days that figures are on; null as long as nothing was ever stored. */
  readonly timeZone: string | null;
  /** How much of a rebuild is done, 0 to 1; null where there is none. */
  readonly rebuilding: number | null;
  readonly bytes: number;
}
