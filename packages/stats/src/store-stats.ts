import { randomBytes } from 'node:crypto';
import { DurableObject } from 'cloudflare:workers';
import type { ArchiveStore } from './archive/archive-store.ts';
import { byteStream } from './archive/byte-stream.ts';
import { exportStore } from './archive/export.ts';
import { R2Archive } from './archive/r2-archive.ts';
import { startRebuild } from './archive/rebuild.ts';
import { earliest, upkeep } from './archive/upkeep.ts';
import { DurableDatabase } from './durable-database.ts';
import { Erasure } from './erasure.ts';
import type { BatchReceipt, ReceivedBatch } from './event.ts';
import { fold } from './fold.ts';
import { readHoldings, type StoreHoldings } from './holdings.ts';
import { record } from './ledger.ts';
import type { LedgerEntry, LedgerReceipt } from './orders/ledger-entry.ts';
import { append } from './log.ts';
import { answerQueries } from './query/answer.ts';
import { type StatsAnswer, type StatsQuery, statsQuery } from './query.ts';
import { deleteExpiredSalts, nextSaltDeletion } from './salts.ts';
import { migrate } from './schema.ts';
import { readStatus } from './status.ts';
import type { StoreSettings } from './store.ts';
import type { StoreStatsRpc, StoreStatus } from './store-stats-rpc.ts';

/** Batches wait at most this long until they are counted; a question counts them at once. */
const FOLD_DELAY_MS = 3000;
/** Transactions of one alarm: short enough for the next event or question not to wait long. */
const FOLDS_PER_ALARM = 4;

/** The log, order ledger and figures of one store. Binds storage, archive, alarm, clock and chance to the modules beside it. */
export class StoreStats extends DurableObject implements StoreStatsRpc {
  readonly #db: DurableDatabase;
  readonly #archive: ArchiveStore;
  readonly #erasure: Erasure;
  /** What the alarm is doing. */
  #tending: Promise<void> | null = null;

  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    this.#db = new DurableDatabase(state.storage);
    this.#archive = new R2Archive(env.ARCHIVE);
    this.#erasure = new Erasure(state.storage);
    migrate(this.#db);
  }

  async append(store: StoreSettings, batches: readonly ReceivedBatch[]): Promise<readonly BatchReceipt[]> {
    const now = Date.now();
    this.#erasure.requireNone(now);
    const receipts = append(this.#db, store, batches, { now, newSalt });
    await this.#wakeAt(now + FOLD_DELAY_MS);
    return receipts;
  }

  async record(store: StoreSettings, entries: readonly LedgerEntry[]): Promise<LedgerReceipt> {
    const now = Date.now();
    this.#erasure.requireNone(now);
    const receipt = record(this.#db, store, entries, now);
    await this.#wakeAt(now + FOLD_DELAY_MS);
    return receipt;
  }

  async query(
    store: StoreSettings,
    queries: readonly StatsQuery[],
    now: number,
  ): Promise<readonly StatsAnswer[]> {
    const parsed = queries.map((query) => statsQuery.parse(query));
    fold(this.#db, Date.now());
    return answerQueries(this.#db, store, parsed, { now, elapsed: () => performance.now() });
  }

  async status(): Promise<StoreStatus> {
    return readStatus(this.#db, this.ctx.storage.sql.databaseSize);
  }

  async rebuild(store: StoreSettings): Promise<void> {
    startRebuild(this.#db, store);
    await this.#wakeAt(Date.now());
  }

  async export(store: StoreSettings): Promise<ReadableStream<Uint8Array>> {
    fold(this.#db, Date.now());
    return byteStream(exportStore(this.#db, this.#archive, store));
  }

  async holdings(): Promise<StoreHoldings> {
    return readHoldings(this.#db, this.ctx.storage.sql.databaseSize);
  }

  async erase(): Promise<void> {
    // An alarm that is waiting for the archive would write there once more.
    while (this.#tending) await this.#tending.catch(() => {});
    await this.#erasure.begin(Date.now());
    migrate(this.#db);
  }

  override async alarm(): Promise<void> {
    this.#tending = this.#tend(Date.now()).finally(() => (this.#tending = null));
    await this.#tending;
  }

  async #tend(now: number): Promise<void> {
    const { refusedUntil } = this.#erasure;
    if (refusedUntil !== null && now < refusedUntil) return this.#wakeAt(refusedUntil);
    if (refusedUntil !== null) this.#erasure.end();
    const unfinished = fold(this.#db, now, FOLDS_PER_ALARM);
    deleteExpiredSalts(this.#db, now);
    const next = earliest([
      unfinished ? now : null,
      nextSaltDeletion(this.#db),
      await upkeep(this.#db, this.#archive, now),
    ]);
    if (next !== null) await this.#wakeAt(next);
  }

  async #wakeAt(time: number): Promise<void> {
    const due = await this.ctx.storage.getAlarm();
    if (due === null || due > time) await this.ctx.storage.setAlarm(time);
  }
}

function newSalt(): string {
  return randomBytes(32).toString('hex');
}
