import { StoreStats } from '@layerkick/stats/store-stats';
import { bucketUsage, memoryBucket } from './memory-bucket.ts';
import type { ObjectUsage } from './object-usage.ts';

/** Work that is due later than this is not awaited. */
const SOON_MS = 10_000;
/** By then all days up to now are closed: the salts of today are gone. */
const CLOSED_MS = 4 * 86_400_000;

/** The product's object with an archive in memory, and with what a benchmark needs to do to it and to know of it. */
export class BenchStore extends StoreStats {
  constructor(state: DurableObjectState, env: Env) {
    super(state, { ...env, ARCHIVE: memoryBucket() });
  }

  /** Every answer is measured, not only the first. */
  protected override keepsAnswers(): boolean {
    return false;
  }

  /** Stops it as the platform does. */
  restart(): void {
    this.ctx.abort();
  }

  /** Throws away at once what nobody needs any more, which is otherwise done by and by. */
  clearUp(): void {
    const { gc } = globalThis;
    if (!gc) throw new Error('workerd was not served as `isInspected`');
    // The bytes of arrays that the first time lets go are given back, beside all else, until the second one begins.
    gc();
    gc();
  }

  /** Does what its alarm would do, until nothing is due: what was received is counted and, but for the last hour, in the archive. */
  async settle(): Promise<void> {
    for (;;) {
      const due = await this.ctx.storage.getAlarm();
      if (due === null || due > Date.now() + SOON_MS) return;
      await this.ctx.storage.deleteAlarm();
      await this.alarm();
    }
  }

  /** Lets some days pass, until at least one of those that are over is closed; meanwhile others may send. */
  async closeADay(): Promise<void> {
    const before = this.#closedDays();
    // While anything waits to be counted, no day is closed.
    while (this.#closedDays() === before) await this.tend(Date.now() + CLOSED_MS);
  }

  #closedDays(): number {
    return this.ctx.storage.sql.exec<{ days: number }>('SELECT COUNT(*) AS days FROM segment').one().days;
  }

  /** Lets some days pass: all that there is becomes closed days. */
  async close(): Promise<void> {
    await this.settle();
    await this.tend(Date.now() + CLOSED_MS);
  }
}

/** Also counts rows; a class of its own, since counting takes time. */
export class CountedStore extends BenchStore {
  #alarms = 0;
  #rowsWritten = 0;
  #rowsRead = 0;
  /** Still being read: its rows are known when the next statement begins. */
  #cursor: SqlStorageCursor<Record<string, SqlStorageValue>> | null = null;

  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    const { storage } = state;
    const execute = storage.sql.exec.bind(storage.sql);
    const setAlarm = storage.setAlarm.bind(storage);
    storage.sql.exec = <Row extends Record<string, SqlStorageValue>>(
      sql: string,
      ...parameters: SqlStorageValue[]
    ) => {
      this.#countCursor();
      const cursor = execute<Row>(sql, ...parameters);
      this.#cursor = cursor;
      return cursor;
    };
    storage.setAlarm = (...parameters) => {
      this.#rowsWritten += 1;
      return setAlarm(...parameters);
    };
  }

  override async alarm(): Promise<void> {
    this.#alarms += 1;
    await super.alarm();
  }

  usage(): ObjectUsage {
    this.#countCursor();
    const { puts, bytes } = bucketUsage();
    return {
      alarms: this.#alarms,
      rowsWritten: this.#rowsWritten,
      rowsRead: this.#rowsRead,
      archivePuts: puts,
      archiveBytes: bytes,
    };
  }

  #countCursor(): void {
    this.#rowsWritten += this.#cursor?.rowsWritten ?? 0;
    this.#rowsRead += this.#cursor?.rowsRead ?? 0;
    this.#cursor = null;
  }
}
