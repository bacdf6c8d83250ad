import { DurableObject } from 'cloudflare:workers';
import { Alarm } from './alarm.ts';
import { doAlarmWork } from './alarm-work.ts';
import type { ArchiveStore } from './archive/archive-store.ts';
import { byteStream } from './archive/byte-stream.ts';
import { exportStore } from './archive/export.ts';
import { R2Archive } from './archive/r2-archive.ts';
import { startRebuild } from './archive/rebuild.ts';
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
import type { LiveNews } from './live/live-feed.ts';
import { StoreLive } from './live/store-live.ts';
import { Intake } from './log/intake.ts';
import type { RecentEvent } from './days/recent-events.ts';
import type { RealtimeSources } from './query/realtime.ts';
import { type DayRange, dayRange, type StatsAnswer, type StatsQuery, statsQuery } from './query.ts';
import { migrate } from './schema.ts';
import { type Claim, type Claimed, Claims } from './shards/claims.ts';
import { exportShards } from './shards/export-shards.ts';
import { hearLetters, type Letter } from './shards/letters.ts';
import { type Share, share, type ShareRequest } from './shards/share.ts';
import { StoreShards } from './shards/store-shards.ts';
import { addStatus, readStatus } from './status.ts';
import { growTo, readStore } from './store-row.ts';
import type { StoreSettings } from './store.ts';
import type { StoreStatsRpc, StoreStatus } from './store-stats-rpc.ts';

/** What came waits at most this long until it is counted; a question counts it at once, and so does much of it. */
const FOLD_DELAY_MS = 5000;

/** The log, order ledger and figures of one store. Binds storage, archive, alarm and clock to the modules beside it. */
export class StoreStats extends DurableObject implements StoreStatsRpc {
  readonly #db: DurableDatabase;
  readonly #archive: ArchiveStore;
  readonly #erasure: Erasure;
  readonly #alarm: Alarm;
  readonly #shards: StoreShards<DurableObjectStub<StoreStats>>;
  readonly #claims = new Claims(Date.now());
  readonly #intake: Intake;
  readonly #live: StoreLive;
  #engine: Engine;
  /** What the alarm is doing. */
  #tending: Promise<void> | null = null;

  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    this.#db = new DurableDatabase(state.storage);
    this.#archive = new R2Archive(env.ARCHIVE);
    this.#erasure = new Erasure(state.storage);
    this.#alarm = new Alarm(state.storage);
    migrate(this.#db);
    this.#engine = new Engine(this.#db, Date.now());
    const engine = () => this.#engine;
    this.#shards = new StoreShards(engine, (name) => this.env.STORE_STATS.getByName(name));
    this.#intake = new Intake({
      storage: state.storage,
      engine,
      requireOpen: (now) => this.#erasure.requireNone(now),
      taken: (now) => this.#taken(now),
    });
    this.#live = new StoreLive(state, {
      engine,
      shards: () => this.#shards.stubs(),
      ended: (sessions) => this.endedSessions(sessions),
      wakeAt: (time) => this.#alarm.wakeAt(time),
    });
    void state.blockConcurrencyWhile(async () => {
      await this.#alarm.read();
      // Migrating may have left something to be worked out anew.
      if (readStore(this.#db)?.repostedThrough != null) this.#alarm.wakeAt(Date.now());
    });
  }

  async append(store: StoreSettings, batches: readonly ReceivedBatch[]): Promise<readonly BatchReceipt[]> {
    return this.#intake.take({ store, batches });
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
    this.#live.watchers.noticed();
    this.#alarm.wakeAt(now + FOLD_DELAY_MS);
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
    const elsewhere = (await this.#shards.others()?.recentEvents(store, realtimeSince(now))) ?? [];
    return this.#answer(store, ({ recentEvents, ...sources }) => {
      const everywhere = (since: number) => [...recentEvents(since), ...elsewhere];
      return answerRealtime({ ...sources, recentEvents: everywhere }, parsed, clockAt(now));
    });
  }

  async live(store: StoreSettings): Promise<LiveState> {
    return this.#live.look(store);
  }

  async liveNews(_store: StoreSettings, after: number): Promise<LiveNews> {
    return this.#live.news(after);
  }

  /** Takes a socket of somebody who watches. */
  override fetch(request: Request): Promise<Response> {
    return this.#live.watchers.accept(request);
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
    const elsewhere = await Promise.all(this.#shards.stubs().map((shard) => shard.status()));
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
    this.#alarm.wakeAt(now + FOLD_DELAY_MS);
  }

  async growTo(store: StoreSettings, shards: number): Promise<void> {
    this.#erasure.requireNone(Date.now());
    this.#db.transaction(() => growTo(this.#db, store, shards));
  }

  async rebuild(store: StoreSettings): Promise<void> {
    startRebuild(this.#db, store);
    this.#engine = new Engine(this.#db, Date.now());
    this.#alarm.wakeAt(Date.now());
    // Only now: what they say of products anew would be forgotten.
    await Promise.all(
      this.#shards.stubs().map((shard, index) => shard.rebuild({ ...store, shard: index + 1 })),
    );
  }

  async export(store: StoreSettings): Promise<ReadableStream<Uint8Array>> {
    fold(this.#engine, Date.now());
    const elsewhere = await Promise.all(
      this.#shards.stubs().map((shard, index) => shard.export({ ...store, shard: index + 1 })),
    );
    return byteStream(exportShards(exportStore(this.#engine, this.#archive, store), elsewhere));
  }

  async holdings(): Promise<StoreHoldings> {
    const elsewhere = await Promise.all(this.#shards.stubs().map((shard) => shard.holdings()));
    return elsewhere.reduce(addHoldings, readHoldings(this.#engine, this.ctx.storage.sql.databaseSize));
  }

  async erase(): Promise<void> {
    // First, since only this object knows of them.
    await Promise.all(this.#shards.stubs().map((shard) => shard.erase()));
    // An alarm that is waiting for the archive would write there once more.
    while (this.#tending) await this.#tending.catch(() => {});
    this.#live.watchers.closeAll();
    await this.#erasure.begin(Date.now());
    this.#alarm.wasSetTo(this.#erasure.refusedUntil);
    migrate(this.#db);
    this.#engine = new Engine(this.#db, Date.now());
  }

  override async alarm(): Promise<void> {
    this.#alarm.rang();
    await this.tend(Date.now());
  }

  /** Does what is due at `now`, epoch ms. */
  async tend(now: number): Promise<void> {
    this.#tending = this.#tend(now).finally(() => (this.#tending = null));
    await this.#tending;
  }

  async #tend(now: number): Promise<void> {
    const { refusedUntil } = this.#erasure;
    if (refusedUntil !== null && now < refusedUntil) return this.#alarm.wakeAt(refusedUntil);
    if (refusedUntil !== null) this.#erasure.end();
    const next = await doAlarmWork(
      {
        storage: this.ctx.storage,
        engine: () => this.#engine,
        archive: this.#archive,
        sendLetters: (time) => this.#shards.sendLetters(time),
        tendWatchers: (time) => this.#live.watchers.tend(time),
      },
      now,
    );
    if (next !== null) this.#alarm.wakeAt(next);
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
    const others = this.#shards.others();
    return others ? others.ask(store, now, answer) : answer(this.#engine.sources(store));
  }

  /** Which of these sessions are over; whoever knows of sessions says so. */
  protected async endedSessions(_sessions: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set();
  }

  /** Whether answers about days that are over are kept until something changes. */
  protected keepsAnswers(): boolean {
    return true;
  }

  #taken(now: number): void {
    if (this.#engine.log.waiting > 0) this.#alarm.wakeAt(now + FOLD_DELAY_MS);
    this.#live.watchers.noticed();
  }
}

/** Written by the collector, who has checked what is in them. */
function receivedBatches(json: string): readonly ReceivedBatch[] {
  return JSON.parse(json);
}

function clockAt(now: number): AnswerClock {
  return { now, elapsed: () => performance.now() };
}
