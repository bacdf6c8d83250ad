import type { Database } from './database.ts';
import { type CountedEvent, writeEvents } from './events.ts';
import { readBatch, visitOf } from './folded-event.ts';
import { appendToLedger, type NewEntry } from './ledger.ts';
import type { Log } from './log/log.ts';
import type { LoggedBatch } from './log/logged-batch.ts';
import { entryOfEvent } from './orders/order-event.ts';
import { sessionize } from './sessionize.ts';
import { placeVisits } from './sessions.ts';
import { countThrough, readStore, type StoreRow } from './store-row.ts';
import { TimeZone } from './time-zone.ts';

/** Batches that a rebuild counts in one transaction. */
const BATCHES_AT_A_TIME = 250;

/**
 * Stores and counts batches that have come, at most `transactions` times some hundred of them. Returns whether any are
 * left. `now` is the true time, epoch ms.
 *
 * What comes out depends only on what was received, not on when it is folded or in which order it came.
 */
export function fold(db: Database, log: Log, now: number, transactions = Number.POSITIVE_INFINITY): boolean {
  for (let done = 0; done < transactions && log.waiting > 0; done += 1) {
    // While a rebuild is counting what came before, this has to wait for its turn.
    const store = caughtUp(db);
    const next = log.next();
    inPortions(
      next,
      (batches) => log.store(batches.length, now, () => store && count(db, store, batches, now)),
      (batch, cause) => log.store(1, now, () => store && setAside(db, store, batch, now, cause)),
    );
  }
  return log.waiting > 0;
}

/** Counts batches that are stored already, in the order they came. */
export function foldBatches(db: Database, batches: readonly LoggedBatch[], now: number): void {
  for (let at = 0; at < batches.length; at += BATCHES_AT_A_TIME) {
    const store = readStore(db);
    if (!store) return;
    inPortions(
      batches.slice(at, at + BATCHES_AT_A_TIME),
      (some) => db.transaction(() => count(db, store, some, now)),
      (batch, cause) => db.transaction(() => setAside(db, store, batch, now, cause)),
    );
  }
}

/** The store, if all that is stored of it is counted. */
function caughtUp(db: Database): StoreRow | null {
  const store = readStore(db);
  return store && store.foldedThrough === store.storedThrough ? store : null;
}

/**
 * Folds batches together. Where that fails, each by itself: one that cannot be counted must not keep all that comes
 * after it from being counted. It is set aside and stays in the log and the archive, so a rebuild tries again.
 */
function inPortions(
  batches: readonly LoggedBatch[],
  foldThem: (batches: readonly LoggedBatch[]) => void,
  putAside: (batch: LoggedBatch, cause: unknown) => void,
): void {
  try {
    foldThem(batches);
  } catch (cause) {
    const [batch, ...others] = batches;
    if (!batch) throw cause;
    if (others.length === 0) putAside(batch, cause);
    else for (const each of batches) inPortions([each], foldThem, putAside);
  }
}

function setAside(
  db: Database,
  { slug }: StoreRow,
  { seq, batch }: LoggedBatch,
  now: number,
  cause: unknown,
): void {
  // Its name, not its message: that may quote what was sent.
  const reason = cause instanceof Error ? cause.name : 'unknown';
  console.error(JSON.stringify({ level: 'error', event: 'batch_set_aside', store: slug, batch, reason }));
  db.run(
    'INSERT OR REPLACE INTO set_aside (seq, batch, at, reason) VALUES (?, ?, ?, ?)',
    seq,
    batch,
    now,
    reason,
  );
  countThrough(db, seq, []);
}

function count(db: Database, store: StoreRow, batches: readonly LoggedBatch[], now: number): void {
  const zone = TimeZone.of(store.timeZone);
  const visits = sessionize(batches.flatMap((batch) => readBatch(batch, zone)));
  const sessions = placeVisits(
    db,
    visits.map((hits) => ({ hits, visit: visitOf(hits) })),
  );
  const events = visits.flatMap((hits, index) =>
    hits.map((hit) => ({ ...hit, session: sessions[index] ?? 0 })),
  );
  writeEvents(db, events);
  appendToLedger(db, zone, newEntries(events, store.currency), now);
  countThrough(db, batches.at(-1)?.seq ?? store.foldedThrough, events);
}

function newEntries(events: readonly CountedEvent[], currency: string): NewEntry[] {
  return events.flatMap(({ id, key, event, batch }) => {
    const entry = entryOfEvent(event, `event:${key}`, currency);
    return entry ? [{ entry, event: id, bot: batch.bot ?? '' }] : [];
  });
}
