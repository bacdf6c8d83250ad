import type { Database } from './database.ts';
import type { Engine } from './engine.ts';
import { type FoldedEvent, readBatch } from './folded-event.ts';
import type { LoggedBatch } from './log/logged-batch.ts';
import type { NamedProduct } from './orders/named-product.ts';
import { entryOfEvent } from './orders/order-event.ts';
import type { NewEntry } from './orders/orders.ts';
import { REPLAY_LIFETIME_MS, SALT_LIFETIME_MS } from './salts.ts';
import { writeLetters } from './shards/letters.ts';
import { countThrough, readStore, type StoreRow } from './store-row.ts';
import { TimeZone } from './time-zone.ts';

/** Batches that a rebuild counts in one transaction. */
const BATCHES_AT_A_TIME = 250;
const DAY_MS = 86_400_000;

/**
 * Stores and counts batches that have come, at most `transactions` times some hundred of them, or `most`. Returns whether
 * any are left. `now` is the true time, epoch ms.
 *
 * What comes out depends only on what was received, not on when it is folded or in which order it came.
 */
export function fold(
  engine: Engine,
  now: number,
  transactions = Number.POSITIVE_INFINITY,
  most?: number,
): boolean {
  const { db, log } = engine;
  for (let done = 0; done < transactions && log.waiting > 0; done += 1) {
    // While a rebuild is counting what came before, this has to wait for its turn.
    const store = caughtUp(db);
    const next = log.next(most);
    const finalAt = store ? finalTime(TimeZone.of(store.timeZone), next, now) : 0;
    inPortions(
      next,
      (batches) => log.store(batches.length, now, () => store && count(engine, store, batches, now, finalAt)),
      (batch, cause) => log.store(1, now, () => store && setAside(db, store, batch, now, cause)),
    );
  }
  return log.waiting > 0;
}

/** Counts batches that are stored already, in the order they came. */
export function foldBatches(engine: Engine, batches: readonly LoggedBatch[], now: number): void {
  const { db } = engine;
  for (let at = 0; at < batches.length; at += BATCHES_AT_A_TIME) {
    const store = readStore(db);
    if (!store) return;
    const next = batches.slice(at, at + BATCHES_AT_A_TIME);
    // Hashes may be of the days of another time zone, and are of salts that are gone where the log has let the batches go.
    const isGone = (next.at(-1)?.seq ?? 0) <= store.prunedThrough;
    const finalAt = finalTime(TimeZone.of(store.timeZone), next, isGone ? 0 : now) + DAY_MS;
    inPortions(
      next,
      (some) => db.transaction(() => count(engine, store, some, now, finalAt)),
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

/** Belongs into a transaction. `finalAt`: see `Days.add`. */
function count(
  engine: Engine,
  { timeZone, currency, foldedThrough, shard }: StoreRow,
  batches: readonly LoggedBatch[],
  now: number,
  finalAt: number,
): void {
  const zone = TimeZone.of(timeZone);
  const events = batches.flatMap((batch) => readBatch(batch, zone, shard));
  engine.days(zone).add(events, finalAt);
  const [entries, products] = [entriesOf(events, currency), productsShown(events)];
  if (shard === 0) {
    engine.orders.remember(products);
    engine.orders.append(zone, entries, now);
  } else {
    writeLetters(engine.db, { entries, products });
  }
  countThrough(engine.db, batches.at(-1)?.seq ?? foldedThrough, events);
}

function entriesOf(events: readonly FoldedEvent[], currency: string): NewEntry[] {
  return events.flatMap(({ id, key, event, batch }) => {
    const entry = entryOfEvent(event, `event:${key}`, currency);
    return entry ? [{ entry, event: id, bot: batch.bot ?? '' }] : [];
  });
}

/** What visitors look at or put into their cart; orders tell of their products themselves. */
function productsShown(events: readonly FoldedEvent[]): NamedProduct[] {
  return events.flatMap(({ at, event: { name, items = [] } }) =>
    name === 'view_item' || name === 'add_to_cart'
      ? items.map(({ item_id: code, item_name = '', item_category = '' }) => ({
          code,
          name: item_name,
          collection: item_category,
          at,
        }))
      : [],
  );
}

/**
 * From when on, epoch ms, nothing can come any more that belongs to a visit of theirs: the salt of the day that they
 * were received on, and of days long over that they were hashed with, is gone.
 */
function finalTime(zone: TimeZone, batches: readonly LoggedBatch[], usedUntil: number): number {
  const received = batches.reduce((latest, batch) => Math.max(latest, batch.received), 0);
  return Math.max(zone.startOfDay(zone.dayOf(received)) + SALT_LIFETIME_MS, usedUntil + REPLAY_LIFETIME_MS);
}
