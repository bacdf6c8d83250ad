import type { ArchiveLag } from './archive/lag.ts';
import type { BookingsAnswer, BookingsQuery } from './bookings.ts';
import type { CohortsAnswer, CohortsQuery } from './cohorts.ts';
import type { BatchReceipt, ReceivedBatch } from './event.ts';
import type { RecentEvent } from './days/recent-events.ts';
import type { LiveState } from './live.ts';
import type { LiveNews } from './live/live-feed.ts';
import type { FunnelAnswer, FunnelQuery } from './funnel.ts';
import type { StoreHoldings } from './holdings.ts';
import type { ImportedDay, ImportedFrom, ImportedSpan } from './imported-days/imported-day.ts';
import type { LedgerEntry, LedgerReceipt } from './orders/ledger-entry.ts';
import type { DayRange, StatsAnswer, StatsQuery } from './query.ts';
import type { RealtimeAnswer, RealtimeQuery } from './realtime.ts';
import type { Claim, Claimed } from './shards/claims.ts';
import type { Letter } from './shards/letters.ts';
import type { Share, ShareRequest } from './shards/share.ts';
import type { StoreSettings } from './store.ts';

/**
 * What the `StoreStats` Durable Object answers to. A store has one object, addressed by slug (`idFromName(slug)`), or
 * several: then that one, shard 0, has the orders and answers for all of them, and the others (`shardName`) take in
 * events that are sent to them.
 */
export interface StoreStatsRpc {
  /** Durable when it resolves. Receipts are in the order of `batches`. */
  append(store: StoreSettings, batches: readonly ReceivedBatch[]): Promise<readonly BatchReceipt[]>;
  /** The same for `batches` as JSON. */
  appendText(store: StoreSettings, batches: string): Promise<readonly BatchReceipt[]>;
  /** Where batches go that are about to be appended, of which this object decides (`homeOf`); in their order. */
  claim(claims: readonly Claim[]): Promise<readonly Claimed[]>;
  /** Whether this object was sent batches with these ids within the last days. */
  knows(batches: readonly string[]): Promise<readonly boolean[]>;
  /** Appends to the order ledger; all or nothing. */
  record(store: StoreSettings, entries: readonly LedgerEntry[]): Promise<LedgerReceipt>;
  /** Answers are in the order of `queries`. `now` is epoch ms and decides what "today" is. */
  query(store: StoreSettings, queries: readonly StatsQuery[], now: number): Promise<readonly StatsAnswer[]>;
  funnel(store: StoreSettings, query: FunnelQuery, now: number): Promise<FunnelAnswer>;
  cohorts(store: StoreSettings, query: CohortsQuery, now: number): Promise<CohortsAnswer>;
  /** The rows behind the figures of sales. */
  bookings(store: StoreSettings, query: BookingsQuery, now: number): Promise<BookingsAnswer>;
  realtime(store: StoreSettings, query: RealtimeQuery, now: number): Promise<RealtimeAnswer>;
  /** Keeps what other programs counted, at most `MOST_IMPORTED_DAYS`; what one said of a day before is replaced. */
  keepImportedDays(days: readonly ImportedDay[]): Promise<void>;
  importedDays(range: DayRange): Promise<readonly ImportedDay[]>;
  importedSpans(): Promise<readonly ImportedSpan[]>;
  forgetImportedDays(from: ImportedFrom): Promise<void>;
  /** What another shard has of the days that are asked for; for shard 0 to ask. */
  share(store: StoreSettings, request: ShareRequest): Promise<Share>;
  /** What happened in this shard since then, epoch ms; for shard 0 to ask. */
  recentEvents(store: StoreSettings, since: number): Promise<readonly RecentEvent[]>;
  /** Shard 0 takes in what another one learnt about orders. Again changes nothing. */
  hear(store: StoreSettings, letters: readonly Letter[]): Promise<void>;
  /** Shard 0 asks so many objects from now on, itself included; never fewer than before. */
  growTo(store: StoreSettings, shards: number): Promise<void>;
  /** The shop right now. Whoever opens a socket (`live/watch.ts`) is told of every change. */
  live(store: StoreSettings): Promise<LiveState>;
  /** What came to this shard after a place in its log; for shard 0 to ask. */
  liveNews(store: StoreSettings, after: number): Promise<LiveNews>;
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
  /** Objects that the store has. */
  readonly shards: number;
  /** Of its database; the newest one where all is well. */
  readonly schemaVersion: number;
  readonly archive: ArchiveLag;
}
