import type { Database } from './database.ts';
import { type CountedEvent, writeEvents } from './events.ts';
import { readBatch, visitOf } from './folded-event.ts';
import { appendToLedger, type NewEntry } from './ledger.ts';
import { lastSeq, readLog } from './log.ts';
import type { LoggedBatch } from './log/logged-batch.ts';
import { entryOfEvent } from './orders/order-event.ts';
import { sessionize } from './sessionize.ts';
import { placeVisits } from './sessions.ts';
import { readStore, type StoreRow, widenTimes } from './store-row.ts';
import { TimeZone } from './time-zone.ts';

/**
 * Batches that are folded in one transaction: what a stopped object may have to do again. At 64 KB each they fit into
 * its memory.
 */
const BATCHES_AT_A_TIME = 250;

/**
 * Turns batches that are not counted yet into sessions, page views, item events and orders, at most `transactions`
 * times some hundred of them. Returns whether any are left. `now` is epoch ms.
 *
 * What comes out depends only on what was received, not on when it is folded or in which order it came.
 */
export function fold(db: Database, now: number, transactions = Number.POSITIVE_INFINITY): boolean {
  for (let done = 0; done < transactions; done += 1) {
    const store = readStore(db);
    if (!store || !isLogNext(db, store)) return false;
    foldOrSetAside(db, store, readLog(db, store.foldedThrough, BATCHES_AT_A_TIME), now);
  }
  const store = readStore(db);
  return store !== null && isLogNext(db, store);
}

/** Counts batches that are next but no longer in the log, in the order they came. */
export function foldBatches(db: Database, batches: readonly LoggedBatch[], now: number): void {
  for (let at = 0; at < batches.length; at += BATCHES_AT_A_TIME) {
    const store = readStore(db);
    if (!store) return;
    foldOrSetAside(db, store, batches.slice(at, at + BATCHES_AT_A_TIME), now);
  }
}

/** Not while a rebuild has to read from the archive first. */
function isLogNext(db: Database, { foldedThrough, prunedThrough }: StoreRow): boolean {
  return foldedThrough >= prunedThrough && foldedThrough < lastSeq(db);
}

/**
 * Folds batches in one transaction. Where that fails, each by itself: one that cannot be counted must not keep all that
 * comes after it from being counted. It is set aside and stays in the log and the archive, so a rebuild tries again.
 */
function foldOrSetAside(db: Database, store: StoreRow, batches: readonly LoggedBatch[], now: number): void {
  try {
    db.transaction(() => foldTogether(db, store, batches, now));
  } catch (cause) {
    const [batch, ...others] = batches;
    if (!batch) throw cause;
    if (others.length === 0) setAside(db, store, batch, now, cause);
    else for (const each of batches) foldOrSetAside(db, store, [each], now);
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
  db.transaction(() => {
    db.run(
      'INSERT OR REPLACE INTO set_aside (seq, batch, at, reason) VALUES (?, ?, ?, ?)',
      seq,
      batch,
      now,
      reason,
    );
    db.run('UPDATE store SET folded_through = ?', seq);
  });
}

function foldTogether(db: Database, store: StoreRow, batches: readonly LoggedBatch[], now: number): void {
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
  db.run(
    'UPDATE store SET folded_through = ?, events = events + ?',
    batches.at(-1)?.seq ?? store.foldedThrough,
    events.length,
  );
  const times = events.map(({ at }) => at);
  if (times.length > 0) widenTimes(db, Math.min(...times), Math.max(...times));
}

function newEntries(events: readonly CountedEvent[], currency: string): NewEntry[] {
  return events.flatMap(({ id, key, event, batch }) => {
    const entry = entryOfEvent(event, `event:${key}`, currency);
    return entry ? [{ entry, event: id, bot: batch.bot ?? '' }] : [];
  });
}
