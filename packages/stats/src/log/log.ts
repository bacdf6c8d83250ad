import type { Database } from '../database.ts';
import type { BatchReceipt, ReceivedBatch } from '../event.ts';
import { Salts } from '../salts.ts';
import type { StoreSettings } from '../store.ts';
import { readStore, rememberSettings } from '../store-row.ts';
import { TimeZone } from '../time-zone.ts';
import { type BatchHash, hashBatch } from './batch-set.ts';
import { appendLines, lineOfBatch, linesAfter } from './chunks.ts';
import { Inbox, type InboxLine } from './inbox.ts';
import { batchLine, type LoggedBatch, readBatchLine, receiptOfLine } from './logged-batch.ts';
import { RecentBatches } from './recent-batches.ts';
import { recogniseEvents } from './recognise.ts';

/** What appending takes from outside: the true time, epoch ms, and 32 random bytes in hex. */
export interface AppendSources {
  readonly now: number;
  readonly newSalt: () => string;
}

/** Batches for one store as one call brings them. */
export interface Delivery {
  readonly store: StoreSettings;
  readonly batches: readonly ReceivedBatch[];
}

interface Waiting {
  readonly line: InboxLine;
  readonly logged: LoggedBatch;
}

/** What is stored at once: so much a stopped object may have to do again, and so long nobody else gets an answer. */
const EVENTS_AT_A_TIME = 500;
const BATCHES_AT_A_TIME = 250;

/**
 * The log of one store: what it was sent, in the order it came. Batches wait in the inbox until they are stored, in
 * chunks and in whatever is counted of them, in one transaction.
 *
 * What it keeps in memory is what the database says, so that every other way of changing the log's tables ends with a
 * new `Log`.
 */
export class Log {
  readonly #db: Database;
  readonly #inbox: Inbox;
  readonly #waiting: Waiting[];
  readonly #startedAt: number;
  /** Null as long as no batch came: questions do without. */
  #recent: RecentBatches | null = null;
  #lastSeq: number;
  #salts: { readonly salts: Salts; readonly zone: TimeZone; readonly key: string } | null = null;

  /** `now` is the true time, epoch ms. */
  constructor(db: Database, now: number) {
    this.#db = db;
    const storedThrough = readStore(db)?.storedThrough ?? 0;
    const { inbox, lines } = Inbox.read(db, storedThrough);
    this.#inbox = inbox;
    this.#waiting = lines
      .map((text) => ({ text, logged: readBatchLine(text) }))
      .filter(({ logged }) => logged.seq > storedThrough)
      .map(({ text, logged }) => ({ line: { seq: logged.seq, text }, logged }));
    this.#startedAt = now;
    this.#lastSeq = this.#waiting.at(-1)?.line.seq ?? storedThrough;
  }

  /** The place of the newest batch; 0 where there is none. */
  get lastSeq(): number {
    return this.#lastSeq;
  }

  /** How many batches are not stored yet. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /**
   * Makes batches durable and nothing else. One that is known already has no second effect, and its receipt says again
   * what the first one said (once that is in the archive only, it says so of what is sent now). Receipts are in the order
   * of `deliveries` and their batches.
   */
  append(deliveries: readonly Delivery[], sources: AppendSources): BatchReceipt[][] {
    const fresh = new Map<string, { readonly hash: BatchHash; readonly receipt: BatchReceipt }>();
    const added: Waiting[] = [];
    const { rows, receipts } = this.#transaction(() => {
      const answers = deliveries.map(({ store, batches }) => {
        const { salts, zone } = this.#prepare(store, sources);
        return batches.map((batch) => {
          const hash = hashBatch(batch.batch);
          const known =
            fresh.get(batch.batch)?.receipt ?? (this.#readRecent().has(hash) && this.#receipt(batch));
          if (known) return known;
          const receipt = receiptOf(batch);
          fresh.set(batch.batch, { hash, receipt });
          const seq = this.#lastSeq + added.length + 1;
          const logged = loggedBatch(seq, batch, store.slug, zone, salts);
          added.push({ logged, line: { seq, text: batchLine(logged, receipt) } });
          return receipt;
        });
      });
      return { rows: this.#inbox.write(added.map(({ line }) => line)), receipts: answers };
    });
    this.#inbox.written(rows);
    this.#waiting.push(...added);
    this.#lastSeq += added.length;
    for (const { hash } of fresh.values()) this.#readRecent().add(hash, sources.now);
    return receipts;
  }

  /** Whether a batch with this id came within the last days. */
  knows(batch: string): boolean {
    return this.#readRecent().has(hashBatch(batch));
  }

  /** The batches to store next, as many as should be at once and at most `most`; empty where none are waiting. */
  next(most = BATCHES_AT_A_TIME): LoggedBatch[] {
    let events = 0;
    const end = this.#waiting.findIndex(({ logged }, index) => {
      events += logged.events.length;
      return index >= most || (index > 0 && events > EVENTS_AT_A_TIME);
    });
    return this.#waiting.slice(0, end === -1 ? undefined : end).map(({ logged }) => logged);
  }

  /** The batches after a place in the log, stored or not; of those stored before a time, epoch ms, hardly any. */
  after(seq: number, stored: number): LoggedBatch[] {
    const waiting = this.#waiting.map(({ logged }) => logged).filter((logged) => logged.seq > seq);
    const all = seq + waiting.length === this.#lastSeq;
    return all
      ? waiting
      : [...linesAfter(this.#db, seq, stored).map(({ text }) => readBatchLine(text)), ...waiting];
  }

  /**
   * Stores the next `size` batches in one transaction, together with what `count` makes of them. `now` is the true time,
   * epoch ms.
   *
   * @throws what `count` throws; then nothing has changed
   */
  store(size: number, now: number, count: (batches: readonly LoggedBatch[]) => void): void {
    const next = this.#waiting.slice(0, size);
    const last = next.at(-1);
    if (!last) return;
    this.#transaction(() => {
      appendLines(
        this.#db,
        next.map(({ line, logged }) => ({ ...line, batch: logged.batch, received: logged.received })),
        now,
      );
      this.#db.run('UPDATE store SET stored_through = ?', last.line.seq);
      count(next.map(({ logged }) => logged));
    });
    this.#waiting.splice(0, next.length);
    this.#inbox.taken(last.line.seq);
    this.#recent?.forgetBefore(now);
  }

  #readRecent(): RecentBatches {
    if (this.#recent === null) {
      this.#recent = RecentBatches.read(this.#db);
      for (const { logged } of this.#waiting) this.#recent.add(hashBatch(logged.batch), this.#startedAt);
    }
    return this.#recent;
  }

  /** What was answered to a batch when it came first. */
  #receipt(batch: ReceivedBatch): BatchReceipt {
    const waiting = this.#waiting.find(({ logged }) => logged.batch === batch.batch);
    const line = waiting?.line.text ?? lineOfBatch(this.#db, batch.batch);
    return line === null ? receiptOf(batch) : receiptOfLine(line);
  }

  /** What is kept in memory of salts goes with them. */
  forgetSalts(): void {
    this.#salts = null;
  }

  #prepare(store: StoreSettings, { now, newSalt }: AppendSources) {
    const key = `${store.slug} ${store.currency}`;
    if (this.#salts?.key !== key) {
      const zone = TimeZone.of(rememberSettings(this.#db, store).timeZone);
      this.#salts = { key, zone, salts: new Salts(this.#db, zone) };
    }
    this.#salts.salts.continueAt(now, newSalt);
    return this.#salts;
  }

  #transaction<Result>(work: () => Result): Result {
    try {
      return this.#db.transaction(work);
    } catch (cause) {
      // A salt that was made in it is not there.
      this.#salts = null;
      throw cause;
    }
  }
}

function receiptOf({ events, rejected }: ReceivedBatch): BatchReceipt {
  return { accepted: events.length, rejected };
}

function loggedBatch(
  seq: number,
  batch: ReceivedBatch,
  store: string,
  zone: TimeZone,
  salts: Salts,
): LoggedBatch {
  return {
    seq,
    batch: batch.batch,
    received: batch.received,
    events: recogniseEvents(batch, store, zone, salts),
    place: batch.place,
    client: batch.client,
    bot: batch.bot,
  };
}
