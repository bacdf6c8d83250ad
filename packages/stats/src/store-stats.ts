import { randomBytes } from 'node:crypto';
import { DurableObject } from 'cloudflare:workers';
import type { ArchiveStore } from './archive/archive-store.ts';
import { byteStream } from './archive/byte-stream.ts';
import { exportStore } from './archive/export.ts';
import { R2Archive } from './archive/r2-archive.ts';
import { startRebuild } from './archive/rebuild.ts';
import { earliest, upkeep } from './archive/upkeep.ts';
import { type BookingsAnswer, type BookingsQuery, bookingsQuery } from './bookings.ts';
import { type CohortsAnswer, type CohortsQuery, cohortsQuery } from './cohorts.ts';
import { DurableDatabase } from './durable-database.ts';
import { Erasure } from './erasure.ts';
import type { BatchReceipt, ReceivedBatch } from './event.ts';
import { Engine } from './engine.ts';
import { fold } from './fold.ts';
import { type FunnelAnswer, type FunnelQuery, funnelQuery } from './funnel.ts';
import { answerBookings } from './query/bookings.ts';
import { answerCohorts } from './query/cohorts.ts';
import { answerFunnel } from './query/funnel.ts';
import { answerRealtime, realtimeSince } from './query/realtime.ts';
import { type AnswerClock, answerQueries, type Sources } from './query/answer.ts';
import { type RealtimeAnswer, type RealtimeQuery, realtimeQuery } from './realtime.ts';
import { addHoldings, readHoldings, type StoreHoldings } from './holdings.ts';
import {
  type ImportedDay,
  type ImportedFrom,
  type ImportedSpan,
  importedDays,
} from './imported-days/imported-day.ts';
import {
  forgetImportedDays,
  importedSpans,
  keepImportedDays,
  readImportedDays,
} from './imported-days/imported-days.ts';
import type { LedgerEntry, LedgerReceipt } from './orders/ledger-entry.ts';
import type { LiveState } from './live.ts';
import { LiveFeed, type LiveNews, liveNews } from './live/live-feed.ts';
import { Watchers } from './live/watchers.ts';
import { GroupCommit } from './log/group-commit.ts';
import type { Delivery } from './log/log.ts';
import type { RecentEvent } from './days/recent-events.ts';
import type { RealtimeSources } from './query/realtime.ts';
import { type DayRange, dayRange, type StatsAnswer, type StatsQuery, statsQuery } from './query.ts';
import { deleteExpiredSalts, nextSaltDeletion } from './salts.ts';
import { migrate } from './schema.ts';
import { type Claim, type Claimed, Claims } from './shards/claims.ts';
import { exportShards } from './shards/export-shards.ts';
import { deleteLetters, hearLetters, type Letter, readLetters } from './shards/letters.ts';
import { OtherShards } from './shards/other-shards.ts';
import { type Share, share, type ShareRequest } from './shards/share.ts';
import { shardName } from './shards/shard.ts';
import { addStatus, readStatus } from './status.ts';
import { TimeZone } from './time-zone.ts';
import { growTo, readStore } from './store-row.ts';
import type { StoreSettings } from './store.ts';
import type { StoreStatsRpc, StoreStatus } from './store-stats-rpc.ts';

/** Batches wait at most this long until they are counted; a question counts them at once, and so do many of them. */
const FOLD_DELAY_MS = 5000;
const MANY_BATCHES = 50;
/** After as few calls the next ones wait this long to be written together: a row costs more than anything else does. */
const FEW_CALLS = 4;
const PAUSE_MS = 4;
/** About a second of what one object can take, and at 64 KB each as much as its memory can spare. */
const MOST_WAITING_CALLS = 1000;
/** Shard 0 did not hear; every question asks as well. */
const LETTER_RETRY_MS = 60_000;
/** Transactions of one alarm. */
const FOLDS_PER_ALARM = 20;

/** The log, order ledger and figures of one store. Binds storage, archive, alarm, clock and chance to the modules beside it. */
export class StoreStats extends DurableObject implements StoreStatsRpc {
  readonly #db: DurableDatabase;
  readonly #archive: ArchiveStore;
  readonly #erasure: Erasure;
  readonly #commits: GroupCommit<Delivery, BatchReceipt[]>;
  readonly #claims = new Claims(Date.now());
  #engine: Engine;
  readonly #watchers: Watchers;
  #live: LiveFeed | null = null;
  #others: { readonly engine: Engine; readonly shards: OtherShards } | null = null;
  /** When the alarm is due, epoch ms: setting it is a row. */
  #alarmAt: number | null = null;
  /** What the alarm is doing. */
  #tending: Promise<void> | null = null;

  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    this.#db = new DurableDatabase(state.storage);
    this.#archive = new R2Archive(env.ARCHIVE);
    this.#erasure = new Erasure(state.storage);
    this.#commits = new GroupCommit(
      (deliveries) => this.#append(deliveries),
      (calls) => this.#settleAppended(calls),
      MOST_WAITING_CALLS,
    );
    migrate(this.#db);
    this.#engine = new Engine(this.#db, Date.now());
    this.#watchers = new Watchers(state, {
      clock: Date.now,
      look: (store) => this.live(store),
      ended: (sessions) => this.endedSessions(sessions),
      wakeAt: (time) => this.#wakeAt(time),
      hearsOfAll: () => this.#stubs().length === 0,
    });
    void state.blockConcurrencyWhile(async () => {
      this.#alarmAt = await state.storage.getAlarm();
      // Migrating may have left something to be worked out anew.
      if (readStore(this.#db)?.repostedThrough != null) this.#wakeAt(Date.now());
    });
  }

  async append(store: StoreSettings, batches: readonly ReceivedBatch[]): Promise<readonly BatchReceipt[]> {
    return this.#commits.add({ store, batches });
  }

  async appendText(store: StoreSettings, batches: string): Promise<readonly BatchReceipt[]> {
    return this.append(store, receivedBatches(batches));
  }

  async claim(claims: readonly Claim[]): Promise<readonly Claimed[]> {
    const now = Date.now();
    return claims.map((claim) => this.#claims.claim(claim, now));
  }

  async knows(batches: readonly string[]): Promise<readonly boolean[]> {
    return batches.map((batch) => this.#engine.log.knows(batch));
  }

  async record(store: StoreSettings, entries: readonly LedgerEntry[]): Promise<LedgerReceipt> {
    const now = Date.now();
    this.#erasure.requireNone(now);
    const receipt = this.#engine.orders.record(store, entries, now);
    this.#watchers.noticed();
    this.#wakeAt(now + FOLD_DELAY_MS);
    return receipt;
  }

  async query(
    store: StoreSettings,
    queries: readonly StatsQuery[],
    now: number,
  ): Promise<readonly StatsAnswer[]> {
    const parsed = queries.map((query) => statsQuery.parse(query));
    return this.#answer(store, (sources) => answerQueries(sources, store, parsed, clockAt(now)));
  }

  async funnel(store: StoreSettings, query: FunnelQuery, now: number): Promise<FunnelAnswer> {
    const parsed = funnelQuery.parse(query);
    return this.#answer(store, (sources) => answerFunnel(sources, store, parsed, clockAt(now)));
  }

  async cohorts(store: StoreSettings, query: CohortsQuery, now: number): Promise<CohortsAnswer> {
    const parsed = cohortsQuery.parse(query);
    return this.#answer(store, (sources) => answerCohorts(sources, store, parsed, clockAt(now)));
  }

  async bookings(store: StoreSettings, query: BookingsQuery, now: number): Promise<BookingsAnswer> {
    const parsed = bookingsQuery.parse(query);
    return this.#answer(store, (sources) => answerBookings(sources, store, parsed, clockAt(now)));
  }

  async realtime(store: StoreSettings, query: RealtimeQuery, now: number): Promise<RealtimeAnswer> {
    const parsed = realtimeQuery.parse(query);
    const elsewhere = (await this.#otherShards()?.recentEvents(store, realtimeSince(now))) ?? [];
    return this.#answer(store, ({ recentEvents, ...sources }) => {
      const everywhere = (since: number) => [...recentEvents(since), ...elsewhere];
      return answerRealtime({ ...sources, recentEvents: everywhere }, parsed, clockAt(now));
    });
  }

  async live(settings: StoreSettings): Promise<LiveState> {
    const stubs = this.#stubs();
    if (!this.#live?.isOf(this.#engine) || this.#live.shards !== stubs.length) {
      this.#live = new LiveFeed(this.#engine, stubs);
    }
    return this.#live.look({ ...settings, ...readStore(this.#db) }, Date.now());
  }

  async liveNews(_store: StoreSettings, after: number): Promise<LiveNews> {
    return liveNews(this.#engine, after, Date.now());
  }

  /** Takes a socket of somebody who watches. */
  override fetch(request: Request): Promise<Response> {
    return this.#watchers.accept(request);
  }

  /** Nobody has anything to say but `ping`, which is answered elsewhere. */
  override webSocketMessage(socket: WebSocket): void {
    socket.close(1008, 'only listen');
  }

  override webSocketClose(socket: WebSocket): void {
    socket.close();
  }

  async keepImportedDays(days: readonly ImportedDay[]): Promise<void> {
    this.#erasure.requireNone(Date.now());
    const parsed = importedDays.parse(days);
    this.#db.transaction(() => keepImportedDays(this.#db, parsed));
  }

  async importedDays(range: DayRange): Promise<readonly ImportedDay[]> {
    return readImportedDays(this.#db, dayRange.parse(range));
  }

  async importedSpans(): Promise<readonly ImportedSpan[]> {
    return importedSpans(this.#db);
  }

  async forgetImportedDays(from: ImportedFrom): Promise<void> {
    forgetImportedDays(this.#db, from);
  }

  async status(): Promise<StoreStatus> {
    const elsewhere = await Promise.all(this.#stubs().map((shard) => shard.status()));
    return elsewhere.reduce(addStatus, readStatus(this.#engine, this.ctx.storage.sql.databaseSize));
  }

  async share(store: StoreSettings, request: ShareRequest): Promise<Share> {
    return share(this.#engine, store, request, Date.now());
  }

  async recentEvents(store: StoreSettings, since: number): Promise<readonly RecentEvent[]> {
    fold(this.#engine, Date.now());
    return this.#engine.sources(store).recentEvents(since);
  }

  async hear(store: StoreSettings, letters: readonly Letter[]): Promise<void> {
    const now = Date.now();
    this.#erasure.requireNone(now);
    hearLetters(this.#engine, store, letters, now);
    this.#wakeAt(now + FOLD_DELAY_MS);
  }

  async growTo(store: StoreSettings, shards: number): Promise<void> {
    this.#erasure.requireNone(Date.now());
    this.#db.transaction(() => growTo(this.#db, store, shards));
  }

  async rebuild(store: StoreSettings): Promise<void> {
    startRebuild(this.#db, store);
    this.#engine = new Engine(this.#db, Date.now());
    this.#wakeAt(Date.now());
    // Only now: what they say of products anew would be forgotten.
    await Promise.all(this.#stubs().map((shard, index) => shard.rebuild({ ...store, shard: index + 1 })));
  }

  async export(store: StoreSettings): Promise<ReadableStream<Uint8Array>> {
    fold(this.#engine, Date.now());
    const elsewhere = await Promise.all(
      this.#stubs().map((shard, index) => shard.export({ ...store, shard: index + 1 })),
    );
    return byteStream(exportShards(exportStore(this.#engine, this.#archive, store), elsewhere));
  }

  async holdings(): Promise<StoreHoldings> {
    const elsewhere = await Promise.all(this.#stubs().map((shard) => shard.holdings()));
    return elsewhere.reduce(addHoldings, readHoldings(this.#engine, this.ctx.storage.sql.databaseSize));
  }

  async erase(): Promise<void> {
    // First, since only this object knows of them.
    await Promise.all(this.#stubs().map((shard) => shard.erase()));
    // An alarm that is waiting for the archive would write there once more.
    while (this.#tending) await this.#tending.catch(() => {});
    this.#watchers.closeAll();
    await this.#erasure.begin(Date.now());
    this.#alarmAt = this.#erasure.refusedUntil;
    migrate(this.#db);
    this.#engine = new Engine(this.#db, Date.now());
  }

  override async alarm(): Promise<void> {
    this.#alarmAt = null;
    await this.tend(Date.now());
  }

  /** Does what is due at `now`, epoch ms. */
  async tend(now: number): Promise<void> {
    this.#tending = this.#tend(now).finally(() => (this.#tending = null));
    await this.#tending;
  }

  async #tend(now: number): Promise<void> {
    const { refusedUntil } = this.#erasure;
    if (refusedUntil !== null && now < refusedUntil) return this.#wakeAt(refusedUntil);
    if (refusedUntil !== null) this.#erasure.end();
    for (let folds = 0; folds < FOLDS_PER_ALARM && fold(this.#engine, now, 1); folds += 1) {
      // Whoever waits for an answer gets it in between.
      await this.ctx.storage.sync();
    }
    const unheard = await this.#sendLetters(now);
    deleteExpiredSalts(this.#db, now);
    this.#engine.log.forgetSalts();
    const next = earliest([
      this.#engine.log.waiting > 0 ? now : null,
      nextSaltDeletion(this.#db),
      unheard,
      await upkeep(this.#engine, this.#archive, now),
      await this.#closeDays(now),
      await this.#watchers.tend(now),
    ]);
    if (next !== null) this.#wakeAt(next);
  }

  /** Closes the days that are due. Returns when to go on, epoch ms; null where no day is open. */
  async #closeDays(now: number): Promise<number | null> {
    for (;;) {
      const store = readStore(this.#db);
      const { waiting } = this.#engine.log;
      // What is received and not counted yet may belong to any of them.
      if (!store || waiting > 0 || store.foldedThrough < store.storedThrough) return null;
      const next = this.#engine.days(TimeZone.of(store.timeZone)).close(now);
      if (next === null || next > now) return next;
      await this.ctx.storage.sync();
    }
  }

  /** All that has come up to now is in the answer. */
  async #answer<Result>(
    store: StoreSettings,
    work: (sources: Sources & RealtimeSources) => Result,
  ): Promise<Result> {
    const now = Date.now();
    fold(this.#engine, now);
    const answer = (sources: Sources & RealtimeSources) =>
      work(this.keepsAnswers() ? sources : { ...sources, answers: null });
    const others = this.#otherShards();
    return others ? others.ask(store, now, answer) : answer(this.#engine.sources(store));
  }

  /** Null in a store with one object, and in every shard but the first. */
  #otherShards(): OtherShards | null {
    const stubs = this.#stubs();
    if (stubs.length === 0) return null;
    if (this.#others?.engine !== this.#engine || this.#others.shards.count !== stubs.length) {
      this.#others = { engine: this.#engine, shards: new OtherShards(this.#engine, stubs) };
    }
    return this.#others.shards;
  }

  /** Shards 1 to n - 1. */
  #stubs(): DurableObjectStub<StoreStats>[] {
    const { slug = '', shards = 1 } = readStore(this.#db) ?? {};
    return Array.from({ length: shards - 1 }, (_, index) =>
      this.env.STORE_STATS.getByName(shardName(slug, index + 1)),
    );
  }

  /** Tells shard 0 what it has to know. Returns when to go on, epoch ms; null where all is heard. */
  async #sendLetters(now: number): Promise<number | null> {
    const store = readStore(this.#db);
    if (!store || store.shard === 0) return null;
    const { slug, timeZone, currency } = store;
    try {
      for (;;) {
        const { letters } = readLetters(this.#db, 0);
        if (letters.length === 0) return null;
        await this.env.STORE_STATS.getByName(slug).hear({ slug, timeZone, currency }, letters);
        deleteLetters(this.#db, letters);
      }
    } catch (cause) {
      console.error(JSON.stringify({ level: 'error', event: 'letters_unheard', error: String(cause) }));
      return now + LETTER_RETRY_MS;
    }
  }

  /** Which of these sessions are over; whoever knows of sessions says so. */
  protected async endedSessions(_sessions: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set();
  }

  /** Whether answers about days that are over are kept until something changes. */
  protected keepsAnswers(): boolean {
    return true;
  }

  #append(deliveries: readonly Delivery[]): BatchReceipt[][] {
    const now = Date.now();
    this.#erasure.requireNone(now);
    const receipts = this.#engine.log.append(deliveries, { now, newSalt });
    if (this.#engine.log.waiting > 0) this.#wakeAt(now + FOLD_DELAY_MS);
    this.#watchers.noticed();
    return receipts;
  }

  /**
   * Waits for the disk or, where little came together, for a little more; where much has come, counts some of it before
   * more is taken in.
   */
  async #settleAppended(calls: number): Promise<void> {
    try {
      const pause = calls < FEW_CALLS ? new Promise((resolve) => setTimeout(resolve, PAUSE_MS)) : null;
      await this.ctx.storage.sync();
      await pause;
      if (this.#engine.log.waiting >= MANY_BATCHES) fold(this.#engine, Date.now(), 1);
    } catch (cause) {
      // Whatever it was, it is tried again with the next batch or by the alarm.
      console.error(JSON.stringify({ level: 'error', event: 'fold_failed', error: String(cause) }));
    }
  }

  /** Together with what was just written, or not at all. */
  #wakeAt(time: number): void {
    if (this.#alarmAt !== null && this.#alarmAt <= time) return;
    this.#alarmAt = time;
    void this.ctx.storage.setAlarm(time);
  }
}

/** Written by the collector, who has checked what is in them. */
function receivedBatches(json: string): readonly ReceivedBatch[] {
  return JSON.parse(json);
}

function clockAt(now: number): AnswerClock {
  return { now, elapsed: () => performance.now() };
}

function newSalt(): string {
  return randomBytes(32).toString('hex');
}
