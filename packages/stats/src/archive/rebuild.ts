import type { Database } from '../database.ts';
import { fold, foldBatches } from '../fold.ts';
import { lastEntry } from '../ledger.ts';
import { lastSeq } from '../log.ts';
import type { LoggedBatch } from '../log/logged-batch.ts';
import { postOrders } from '../postings.ts';
import type { StoreSettings } from '../store.ts';
import { readStore, rememberSettings, type StoreRow, widenTimes } from '../store-row.ts';
import { TimeZone } from '../time-zone.ts';
import type { ArchiveStore } from './archive-store.ts';
import { batchesAfter } from './history.ts';
import { parseLine } from './lines.ts';

const DERIVED = ['event', 'item', 'session', 'posting', 'posting_line', 'product', 'set_aside'];

/** Entries of the ledger whose orders are worked out anew in one transaction. */
const ENTRIES_AT_A_TIME = 1000;

/**
 * Forgets everything that is derived from the log and the ledger, neither of which changes, and begins to work it out
 * anew by these settings. `continueRebuild` does the work; answers say meanwhile that they are incomplete.
 */
export function startRebuild(db: Database, settings: StoreSettings): void {
  db.transaction(() => {
    rememberSettings(db, settings);
    for (const table of DERIVED) db.run(`DELETE FROM ${table}`);
    db.run(
      `UPDATE store SET time_zone = ?, folded_through = 0, events = 0, first_at = NULL, last_at = NULL,
         reposted_through = 0`,
      settings.timeZone,
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
  if (store.foldedThrough < store.prunedThrough) {
    const batches = (await batchesAfter(db, archive, store.foldedThrough)).map(({ text }) => readBatch(text));
    // Meanwhile somebody may have begun anew.
    if (readStore(db)?.foldedThrough === store.foldedThrough) foldBatches(db, batches, now);
  } else if (store.repostedThrough > 0 || !fold(db, now, 1)) {
    db.transaction(() => repost(db, store));
  }
  return true;
}

/** How much of a rebuild is done, 0 to 1; null where there is none. */
export function rebuildProgress(db: Database): number | null {
  const store = readStore(db);
  if (!store || store.repostedThrough === null) return null;
  const total = Math.max(lastSeq(db), store.prunedThrough) + lastEntry(db);
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

function readBatch(text: string): LoggedBatch {
  const line = parseLine(text);
  if (line.type !== 'batch') throw new TypeError(`A batch was expected, not ${line.type}`);
  return { ...line.content, seq: line.seq, batch: line.batch, received: line.received };
}
