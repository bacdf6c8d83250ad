import type { Database } from './database.ts';
import { moveOldLog } from './log/old-log.ts';
import { packLedger } from './orders/pack-ledger.ts';

/**
 * What a store's database looks like, as the steps that lead there. A step that has run anywhere is never changed:
 * what should be different is a further step. `day` is a store-local `YYYY-MM-DD`, `hour_at` the start of the
 * store-local hour, every other time epoch ms; amounts are minor units.
 */
const MIGRATIONS: readonly (readonly (string | ((db: Database) => void))[])[] = [
  [
    // One row: what the alarm needs to know, and how far the log is folded.
    `CREATE TABLE store (
      slug TEXT NOT NULL, time_zone TEXT NOT NULL, currency TEXT NOT NULL,
      folded_through INTEGER NOT NULL DEFAULT 0,
      events INTEGER NOT NULL DEFAULT 0, first_at INTEGER, last_at INTEGER
    )`,

    // What was received, as it was received. Everything about visits is derived from it.
    `CREATE TABLE log (
      seq INTEGER PRIMARY KEY AUTOINCREMENT, batch TEXT NOT NULL UNIQUE, received INTEGER NOT NULL,
      receipt TEXT NOT NULL, content TEXT NOT NULL
    )`,
    `CREATE TABLE salt (day TEXT PRIMARY KEY, salt TEXT NOT NULL, delete_at INTEGER NOT NULL) WITHOUT ROWID`,

    // Derived from the log. id is log.seq × 64 + the event's place in its batch.
    `CREATE TABLE event (
      id INTEGER PRIMARY KEY, session INTEGER NOT NULL, at INTEGER NOT NULL, day TEXT NOT NULL,
      hour_at INTEGER NOT NULL, name TEXT NOT NULL, page TEXT NOT NULL, visitor TEXT NOT NULL, prior TEXT,
      bot TEXT NOT NULL
    )`,
    `CREATE INDEX event_visitor ON event (visitor, at, session)`,
    `CREATE INDEX event_prior ON event (prior, at, session) WHERE prior IS NOT NULL`,
    `CREATE INDEX event_session ON event (session, name, page)`,
    `CREATE INDEX event_page_view ON event (day, bot, hour_at, page, session) WHERE name = 'page_view'`,
    `CREATE INDEX event_checkout ON event (day, bot, hour_at, session) WHERE name = 'begin_checkout'`,
    `CREATE TABLE item (
      event INTEGER NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL, product INTEGER NOT NULL,
      session INTEGER NOT NULL, day TEXT NOT NULL, hour_at INTEGER NOT NULL, bot TEXT NOT NULL,
      PRIMARY KEY (event, position)
    ) WITHOUT ROWID`,
    `CREATE INDEX item_day ON item (day, bot, kind, product, hour_at, session)`,
    `CREATE INDEX item_session ON item (session, kind, product)`,
    `CREATE TABLE session (
      id INTEGER PRIMARY KEY, visitor TEXT NOT NULL, day TEXT NOT NULL, hour_at INTEGER NOT NULL,
      first_at INTEGER NOT NULL, first_key TEXT NOT NULL, last_at INTEGER NOT NULL, last_key TEXT NOT NULL,
      page_views INTEGER NOT NULL, events INTEGER NOT NULL, orders INTEGER NOT NULL DEFAULT 0, bot TEXT NOT NULL,
      channel TEXT NOT NULL, source TEXT NOT NULL, medium TEXT NOT NULL, campaign TEXT NOT NULL,
      term TEXT NOT NULL, content TEXT NOT NULL, landing_page TEXT NOT NULL, exit_page TEXT NOT NULL,
      country TEXT NOT NULL, region TEXT NOT NULL, city TEXT NOT NULL,
      device TEXT NOT NULL, browser TEXT NOT NULL, system TEXT NOT NULL
    )`,
    `CREATE INDEX session_day ON session (day)`,

    `CREATE TABLE product (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, name_at INTEGER NOT NULL)`,

    // Append-only: what was said about orders, by whom and when we learnt it. event: the event it came with.
    `CREATE TABLE ledger (
      seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, order_id TEXT NOT NULL,
      recorded INTEGER NOT NULL, event INTEGER, bot TEXT NOT NULL, entry TEXT NOT NULL
    )`,
    `CREATE INDEX ledger_order ON ledger (order_id)`,

    // Derived from the ledger: what counts. One row per entry that counts; is_order on the first sale of an order.
    `CREATE TABLE posting (
      entry INTEGER PRIMARY KEY, order_id TEXT NOT NULL, is_order INTEGER NOT NULL, at INTEGER NOT NULL,
      day TEXT NOT NULL, hour_at INTEGER NOT NULL, session INTEGER, country TEXT, bot TEXT NOT NULL,
      currency TEXT NOT NULL, units REAL NOT NULL, gross INTEGER NOT NULL, discount INTEGER NOT NULL,
      returns INTEGER NOT NULL, adjustment INTEGER NOT NULL, tax INTEGER NOT NULL, shipping INTEGER NOT NULL
    )`,
    `CREATE INDEX posting_day ON posting (day)`,
    `CREATE INDEX posting_order ON posting (order_id)`,
    `CREATE INDEX posting_session ON posting (session, is_order) WHERE session IS NOT NULL`,
    `CREATE INDEX posting_currency ON posting (currency, day)`,
    `CREATE TABLE posting_line (
      entry INTEGER NOT NULL, product INTEGER NOT NULL, is_order INTEGER NOT NULL, units REAL NOT NULL,
      gross INTEGER NOT NULL, discount INTEGER NOT NULL, returns INTEGER NOT NULL, adjustment INTEGER NOT NULL,
      PRIMARY KEY (entry, product)
    ) WITHOUT ROWID`,
  ],
  [
    // A bounce has no interaction, which is less than no other event.
    `ALTER TABLE session ADD COLUMN interactions INTEGER NOT NULL DEFAULT 0`,
    `UPDATE session SET interactions = (SELECT COUNT(*) FROM event WHERE event.session = session.id
      AND event.name NOT IN ('page_view', 'view_item', 'view_item_list', 'view_cart'))`,
    `ALTER TABLE session DROP COLUMN events`,
  ],
  // A click on a product asks for its orders in every panel at once.
  [`CREATE INDEX posting_line_product ON posting_line (product)`],
  [
    // One row per object of the archive. first and last: seq of the log or the ledger.
    `CREATE TABLE archive_part (
      kind TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, day TEXT NOT NULL,
      bytes INTEGER, written_at INTEGER, PRIMARY KEY (kind, first)
    ) WITHOUT ROWID`,
    // Up to where batches are no longer in the log but only in the archive.
    `ALTER TABLE store ADD COLUMN pruned_through INTEGER NOT NULL DEFAULT 0`,
  ],
  // While a store is rebuilt: ledger.seq up to which its orders are worked out anew.
  [`ALTER TABLE store ADD COLUMN reposted_through INTEGER`],
  [
    // Events of any name by day, read from the index alone.
    `CREATE INDEX event_name ON event (name, day, bot, hour_at, page, session)`,
    `DROP INDEX event_page_view`,
    `DROP INDEX event_checkout`,
  ],
  [
    // Who ordered: whoever the first entry that counts names, sales before everything else.
    `ALTER TABLE posting ADD COLUMN customer TEXT`,
    `UPDATE posting SET customer = (SELECT ledger.entry ->> 'customer' FROM posting same
      JOIN ledger ON ledger.seq = same.entry
      WHERE same.order_id = posting.order_id AND ledger.entry ->> 'customer' <> ''
      ORDER BY CASE ledger.entry ->> 'kind' WHEN 'sale' THEN 0 WHEN 'adjustment' THEN 2 ELSE 1 END,
        same.at, ledger.id LIMIT 1)`,
    `CREATE INDEX posting_customer ON posting (customer, at, order_id) WHERE is_order = 1 AND customer IS NOT NULL`,
  ],
  // Batches that could not be counted, and the name of the error.
  [
    `CREATE TABLE set_aside (
      seq INTEGER PRIMARY KEY, batch TEXT NOT NULL, at INTEGER NOT NULL, reason TEXT NOT NULL
    )`,
  ],
  [
    // What has just come: lines of the log, as many as came together. Rows are used again. last: seq of the last line.
    `CREATE TABLE inbox (slot INTEGER PRIMARY KEY, last INTEGER NOT NULL, content TEXT NOT NULL)`,
    // The log until it is archived: gzip members of lines of one day (UTC), that of received. hashes: 8 bytes for each batch's id.
    `CREATE TABLE log_chunk (
      first INTEGER PRIMARY KEY, last INTEGER NOT NULL, received INTEGER NOT NULL, stored INTEGER NOT NULL,
      content BLOB NOT NULL, hashes BLOB NOT NULL
    )`,
    // Hashes of batches that are in the archive only and are to be recognised for a while.
    `CREATE TABLE recent_batches (first INTEGER PRIMARY KEY, stored INTEGER NOT NULL, hashes BLOB NOT NULL)`,
    `ALTER TABLE store ADD COLUMN stored_through INTEGER NOT NULL DEFAULT 0`,
    moveOldLog,
    `DROP TABLE log`,
  ],
  [
    // Entries of the order ledger from seq first to last, as lines: compressed, with the hashes of their ids and
    // orders, but for the last chunk, which takes what is new.
    `CREATE TABLE ledger_chunk (
      first INTEGER PRIMARY KEY, last INTEGER NOT NULL, recorded INTEGER NOT NULL, version INTEGER NOT NULL,
      hashes BLOB, content BLOB NOT NULL
    )`,
    // Derived from the ledger. id: of a part of a day, see DayParts; of a block of products.
    `CREATE TABLE day_orders (id INTEGER PRIMARY KEY, version INTEGER NOT NULL, content BLOB NOT NULL)`,
    `CREATE TABLE product_block (id INTEGER PRIMARY KEY, version INTEGER NOT NULL, content BLOB NOT NULL)`,
    `CREATE TABLE customer_order (
      customer TEXT NOT NULL, at INTEGER NOT NULL, order_id TEXT NOT NULL, PRIMARY KEY (customer, at, order_id)
    ) WITHOUT ROWID`,
  ],
  [
    // Events of days that are not closed, as columns. tail: of a closed one, kept because visits of the next day began with
    // them. final_at: when nothing can come any more that belongs to a visit of these.
    `CREATE TABLE event_block (
      id INTEGER PRIMARY KEY, day TEXT NOT NULL, tail INTEGER NOT NULL, events INTEGER NOT NULL,
      final_at INTEGER NOT NULL, content BLOB NOT NULL
    )`,
    // Closed days; see days/segment-table.ts for the ids.
    `CREATE TABLE segment (id INTEGER PRIMARY KEY, content BLOB NOT NULL)`,
    `CREATE TABLE segment_column (id INTEGER PRIMARY KEY, content BLOB NOT NULL)`,
  ],
  [
    // Days and orders take the place of rows: everything is worked out anew, from the archive, the log and the ledger.
    `ALTER TABLE day_orders ADD COLUMN orders INTEGER NOT NULL DEFAULT 0`,
    packLedger,
    `DROP TABLE ledger`,
    ...['event', 'item', 'session', 'posting', 'posting_line', 'product'].map(
      (table) => `DROP TABLE ${table}`,
    ),
    ...['set_aside', 'day_orders', 'product_block', 'customer_order'].map((table) => `DELETE FROM ${table}`),
    ...['event_block', 'segment', 'segment_column'].map((table) => `DELETE FROM ${table}`),
    `UPDATE store SET folded_through = 0, reposted_through = 0, events = 0, first_at = NULL, last_at = NULL`,
  ],
  [
    // A store may have several objects: which one this is and, in shard 0, how many there are.
    `ALTER TABLE store ADD COLUMN shard INTEGER NOT NULL DEFAULT 0`,
    `ALTER TABLE store ADD COLUMN shards INTEGER NOT NULL DEFAULT 1`,
    // What shard 0 has not heard of yet; see shards/letters.ts. Ids are never used again.
    `CREATE TABLE letter (id INTEGER PRIMARY KEY AUTOINCREMENT, content TEXT NOT NULL)`,
  ],
  // Orders have two columns more (who told of them, and the browser): they are worked out anew from the ledger.
  [`DELETE FROM day_orders`, `UPDATE store SET reposted_through = 0`],
  [
    // What other programs counted; a rebuild leaves it as it is.
    `CREATE TABLE imported_day (
      day TEXT NOT NULL, origin TEXT NOT NULL, visitors INTEGER NOT NULL, sessions INTEGER NOT NULL, page_views INTEGER NOT NULL,
      bounces INTEGER, PRIMARY KEY (day, origin)
    ) WITHOUT ROWID`,
  ],
];

/** The version that this code is written for. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** Brings a database of any earlier version, or an empty one, to `target`. */
export function migrate(db: Database, target = SCHEMA_VERSION): void {
  db.run('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)');
  const version = readVersion(db);
  if (version >= target) return;
  db.transaction(() => {
    for (const step of MIGRATIONS.slice(version, target).flat()) {
      if (typeof step === 'string') db.run(step);
      else step(db);
    }
    db.run('DELETE FROM schema_version');
    db.run('INSERT INTO schema_version (version) VALUES (?)', target);
  });
}

/** The version that a database has; 0 for one that is empty. */
export function readVersion(db: Database): number {
  const [row] = db.all<{ version: number }>('SELECT version FROM schema_version');
  return row?.version ?? 0;
}
