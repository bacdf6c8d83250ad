import type { Database } from '../database.ts';
import { foldBatches } from '../fold.ts';
import { lastEntry } from '../ledger.ts';
import { readBatchLine } from '../log/logged-batch.ts';
import { postOrders } from '../postings.ts';
import type { StoreSettings } from '../store.ts';
import { readStore, rememberSettings, type StoreRow, widenTimes } from '../store-row.ts';
import { TimeZone } from '../time-zone.ts';
import type { ArchiveStore } from './archive-store.ts';
import { batchesAfter } from './history.ts';

const DERIVED = ['event', 'item', 'session', 'posting', 'posting_line', 'product', 'set_aside'];

/** Entries of the ledger whose orders are worked out anew in one transaction. */
const ENTRIES_AT_A_TIME = 1000;

/**
 * Forgets everything that is derived from the log and the ledger, neither of which changes, and begins to work it out
 * anew by these settings. `continueRebuild` does the work; answers say meanwhile that they are incomplete. Whatever was
 * read of the store's row has to be read anew.
 *
 * @param storedThrough where the log was just filled: the place of its last batch
 */
export function startRebuild(db: Database, settings: StoreSettings, storedThrough?: number): void {
  db.transaction(() => {
    rememberSettings(db, settings);
    for (const table of DERIVED) db.run(`DELETE FROM ${table}`);
    db.run(
      `UPDATE store SET time_zone = ?, stored_through = COALESCE(?, stored_through), folded_through = 0, events = 0,
         first_at = NULL, last_at = NULL, reposted_through = 0`,
      settings.timeZone,
      storedThrough ?? null,
    );
  });
}

/**
 * Does a bounded piece of a rebuild: first batches are counted again, then the orders of the ledger. Stopped anywhere,
 * it goes on from there. Returns whether there is more to do; `now` is epoch ms.
 */
export async function continueRebuild(db: Database, archive: ArchiveStore, now: number): Promise<boolean> {
  const store = readStore(db);
  if (!store || store.repostedThrough === null) return false;
  if (store.foldedThrough < store.storedThrough) {
    const lines = await batchesAfter(db, archive, store.foldedThrough);
    const batches = lines.map(({ text }) => readBatchLine(text));
    // Meanwhile somebody may have begun anew.
    if (readStore(db)?.foldedThrough === store.foldedThrough) foldBatches(db, batches, now);
  } else {
    db.transaction(() => repost(db, store));
  }
  return true;
}

/** How much of a rebuild is done, 0 to 1; null where there is none. */
export function rebuildProgress(db: Database): number | null {
  const store = readStore(db);
  if (!store || store.repostedThrough === null) return null;
  const total = store.storedThrough + lastEntry(db);
  return total === 0 ? 0 : (store.foldedThrough + store.repostedThrough) / total;
}

function repost(db: Database, { repostedThrough, timeZone }: StoreRow): void {
  const rows = db.all<{ seq: number; order_id: string; at: number }>(
    `SELECT seq, order_id, entry ->> 'at' AS at FROM ledger WHERE seq > ? ORDER BY seq LIMIT ?`,
    repostedThrough,
    ENTRIES_AT_A_TIME,
  );
  const last = rows.at(-1);
  if (!last) {
    db.run('UPDATE store SET reposted_through = NULL');
    return;
  }
  postOrders(db, TimeZone.of(timeZone), new Set(rows.map(({ order_id }) => order_id)));
  const times = rows.map(({ at }) => at);
  widenTimes(db, Math.min(...times), Math.max(...times));
  db.run('UPDATE store SET reposted_through = ?', last.seq);
}
