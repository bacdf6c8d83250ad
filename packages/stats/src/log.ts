import { addDays } from './calendar.ts';
import type { Database } from './database.ts';
import type { BatchReceipt, ReceivedBatch } from './event.ts';
import type { LoggedBatch, LoggedEvent } from './log/logged-batch.ts';
import { Salts } from './salts.ts';
import type { StoreSettings } from './store.ts';
import { rememberSettings } from './store-row.ts';
import { TimeZone } from './time-zone.ts';
import { SESSION_GAP_MS } from './sessionize.ts';
import { hashVisitor } from './visitor.ts';

/** What appending takes from outside: the true time, epoch ms, and 32 random bytes in hex. */
export interface AppendSources {
  readonly now: number;
  readonly newSalt: () => string;
}

/**
 * One row per batch and nothing else: counting is the fold's work. A batch id that is there already gets the receipt
 * it got before, without a second effect. Receipts are in the order of `batches`.
 */
export function append(
  db: Database,
  store: StoreSettings,
  batches: readonly ReceivedBatch[],
  sources: AppendSources,
): BatchReceipt[] {
  return db.transaction(() => {
    const zone = TimeZone.of(rememberSettings(db, store).timeZone);
    const salts = new Salts(db, zone);
    salts.continueAt(sources.now, sources.newSalt);
    return batches.map((batch) => {
      const [known] = db.all<{ receipt: string }>('SELECT receipt FROM log WHERE batch = ?', batch.batch);
      if (known) return readReceipt(known.receipt);
      const receipt: BatchReceipt = { accepted: batch.events.length, rejected: batch.rejected };
      const recognise = recogniser(salts, zone, store.slug, batch);
      db.run(
        'INSERT INTO log (batch, received, receipt, content) VALUES (?, ?, ?, ?)',
        batch.batch,
        batch.received,
        JSON.stringify(receipt),
        JSON.stringify({
          events: batch.events.map((event) => ({ ...event, ...recognise(event.at) })),
          place: batch.place,
          client: batch.client,
          bot: batch.bot,
        }),
      );
      return receipt;
    });
  });
}

/** Batches after `seq`, in the order they came. */
export function readLog(db: Database, seq: number, limit: number): LoggedBatch[] {
  return db
    .all<{ seq: number; batch: string; received: number; content: string }>(
      'SELECT seq, batch, received, content FROM log WHERE seq > ? ORDER BY seq LIMIT ?',
      seq,
      limit,
    )
    .map(({ seq: at, batch, received, content }) => ({ ...readContent(content), seq: at, batch, received }));
}

export function lastSeq(db: Database): number {
  return db.all<{ seq: number | null }>('SELECT MAX(seq) AS seq FROM log')[0]?.seq ?? 0;
}

function recogniser(salts: Salts, zone: TimeZone, store: string, batch: ReceivedBatch) {
  const hashes = new Map<string, string>();
  const hash = (salt: string, day: string) => {
    let visitor = hashes.get(day);
    if (!visitor) hashes.set(day, (visitor = hashVisitor(salt, store, day, batch.visitor)));
    return visitor;
  };
  return (at: number): Pick<LoggedEvent, 'visitor' | 'prior'> => {
    const day = zone.dayOf(at);
    const visitor = hash(salts.ofDay(day, batch.received), day);
    if (at - zone.startOfDay(day) > SESSION_GAP_MS) return { visitor };
    const saltBefore = salts.ofDayBefore(day, batch.received);
    return saltBefore === null ? { visitor } : { visitor, prior: hash(saltBefore, addDays(day, -1)) };
  };
}

function readReceipt(json: string): BatchReceipt {
  return JSON.parse(json);
}

function readContent(json: string): Omit<LoggedBatch, 'seq' | 'batch' | 'received'> {
  return JSON.parse(json);
}
