import type { Database } from './database.ts';
import type { StoreSettings } from './store.ts';

/** What a store's database knows of its store, and how far its log is counted. */
export interface StoreRow extends StoreSettings {
  /** Up to where batches are out of the inbox: in the log's chunks or the archive. */
  readonly storedThrough: number;
  /** `log.seq` up to which batches are folded. */
  readonly foldedThrough: number;
  /** `log.seq` up to which batches are in the archive only. */
  readonly prunedThrough: number;
  /** While the store is rebuilt, `ledger.seq` up to which orders are worked out anew; null otherwise. */
  readonly repostedThrough: number | null;
  readonly events: number;
  /** Of the oldest and the newest event or order, epoch ms. */
  readonly firstAt: number | null;
  readonly lastAt: number | null;
  /** Which of the store's objects this is. */
  readonly shard: number;
  /** In shard 0: how many objects the store has. */
  readonly shards: number;
}

/** Null as long as nothing was ever stored. */
export function readStore(db: Database): StoreRow | null {
  const [row] = db.all<{
    slug: string;
    time_zone: string;
    currency: string;
    stored_through: number;
    folded_through: number;
    pruned_through: number;
    reposted_through: number | null;
    events: number;
    first_at: number | null;
    last_at: number | null;
    shard: number;
    shards: number;
  }>('SELECT * FROM store');
  if (!row) return null;
  return {
    slug: row.slug,
    timeZone: row.time_zone,
    currency: row.currency,
    storedThrough: row.stored_through,
    foldedThrough: row.folded_through,
    prunedThrough: row.pruned_through,
    repostedThrough: row.reposted_through,
    events: row.events,
    firstAt: row.first_at,
    lastAt: row.last_at,
    shard: row.shard,
    shards: row.shards,
  };
}

/**
 * Remembers the settings a call came with: the alarm has no caller to ask. Returns those that hold: the time zone stays
 * what it was, since what is counted is on its days, until `startRebuild` changes it.
 */
export function rememberSettings(db: Database, settings: StoreSettings): StoreSettings {
  const row = readStore(db);
  const { slug, timeZone, currency, shard = 0 } = settings;
  if (!row) {
    db.run(
      'INSERT INTO store (slug, time_zone, currency, shard) VALUES (?, ?, ?, ?)',
      slug,
      timeZone,
      currency,
      shard,
    );
  } else if (row.slug !== slug || row.currency !== currency) {
    db.run('UPDATE store SET slug = ?, currency = ?', slug, currency);
  }
  return { ...settings, timeZone: row?.timeZone ?? timeZone };
}

/** From now on a store has at least so many objects. Belongs into a transaction. */
export function growTo(db: Database, settings: StoreSettings, shards: number): void {
  rememberSettings(db, settings);
  db.run('UPDATE store SET shards = MAX(shards, ?)', shards);
}

/** All up to `seq` is counted, and these events are what is new. */
export function countThrough(db: Database, seq: number, events: readonly { readonly at: number }[]): void {
  const [from, to] = spanOf(events);
  db.run(
    `UPDATE store SET folded_through = ?, events = events + ?, first_at = ${EARLIER}, last_at = ${LATER}`,
    seq,
    events.length,
    from,
    from,
    to,
    to,
  );
}

/** Takes the times of what was newly counted into account. */
export function widenTimes(db: Database, from: number, to: number): void {
  db.run(`UPDATE store SET first_at = ${EARLIER}, last_at = ${LATER}`, from, from, to, to);
}

// Null where nothing is new, and nothing has been yet.
const EARLIER = 'MIN(COALESCE(first_at, ?), COALESCE(?, first_at))';
const LATER = 'MAX(COALESCE(last_at, ?), COALESCE(?, last_at))';

function spanOf(events: readonly { readonly at: number }[]): [number, number] | [null, null] {
  const [first] = events;
  if (!first) return [null, null];
  let [from, to] = [first.at, first.at];
  for (const { at } of events) {
    from = Math.min(from, at);
    to = Math.max(to, at);
  }
  return [from, to];
}
