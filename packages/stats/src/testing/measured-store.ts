import { startRebuild } from '../archive/rebuild.ts';
import { Engine } from '../engine.ts';
import type { ReceivedBatch } from '../event.ts';
import { fold } from '../fold.ts';
import { ledgerEntry, type LedgerEntryInput, type LedgerReceipt } from '../orders/ledger-entry.ts';
import { answerQueries } from '../query/answer.ts';
import { type StatsAnswer, type StatsQuery, statsQuery } from '../query.ts';
import { deleteExpiredSalts } from '../salts.ts';
import { migrate } from '../schema.ts';
import type { StoreSettings } from '../store.ts';
import { readStore } from '../store-row.ts';
import { TimeZone } from '../time-zone.ts';
import { NodeDatabase } from './node-database.ts';

/** A store without its Durable Object: the same parts over SQLite in memory, with a clock and salts that tests set. */
export class MeasuredStore {
  readonly db: NodeDatabase;
  readonly settings: StoreSettings;
  engine: Engine;
  /** Epoch ms. */
  now: number;

  constructor(settings: Partial<StoreSettings> = {}, now = '2026-11-21T12:00:00Z', db = new NodeDatabase()) {
    this.db = db;
    this.settings = { slug: 'fmdf', timeZone: 'Europe/Berlin', currency: 'EUR', ...settings };
    this.now = Date.parse(now);
    migrate(this.db);
    this.engine = new Engine(this.db, this.now);
  }

  /** Appends without counting; each batch is received when it says. */
  append(...batches: ReceivedBatch[]): void {
    let salts = 0;
    for (const batch of batches) {
      this.engine.log.append([{ store: this.settings, batches: [batch] }], {
        now: batch.received,
        newSalt: () => String((salts += 1)).padStart(64, '0'),
      });
    }
  }

  /** As a stopped object does when it is needed again. */
  restart(): void {
    this.engine = new Engine(this.db, this.now);
  }

  /** Begins to work out everything anew, by these settings; `continueRebuild` does the work. */
  startRebuild(): void {
    startRebuild(this.db, this.settings);
    this.restart();
  }

  record(...entries: LedgerEntryInput[]): LedgerReceipt {
    return this.engine.orders.record(
      this.settings,
      entries.map((entry) => ledgerEntry.parse(entry)),
      this.now,
    );
  }

  fold(): void {
    fold(this.engine, this.now);
  }

  /** What is due at `time`, epoch ms, once all is counted: salts are gone and days closed. */
  tend(time: number): void {
    this.fold();
    deleteExpiredSalts(this.db, time);
    this.engine.log.forgetSalts();
    const days = this.engine.days(TimeZone.of(readStore(this.db)?.timeZone ?? this.settings.timeZone));
    for (let due = days.close(time); due !== null && due <= time;) due = days.close(time);
  }

  ask(query: StatsQuery): StatsAnswer {
    const [answer] = this.askTogether([query]);
    if (!answer) throw new Error('One answer per question');
    return answer;
  }

  askTogether(queries: readonly StatsQuery[]): StatsAnswer[] {
    this.fold();
    const parsed = queries.map((query) => statsQuery.parse(query));
    const clock = { now: this.now, elapsed: () => 0 };
    return answerQueries(this.engine.sources(this.settings), this.settings, parsed, clock);
  }
}
