import type { Database } from '../database.ts';
import { Days } from '../days/days.ts';
import type { Engine } from '../engine.ts';
import { foldBatches } from '../fold.ts';
import { readBatchLine } from '../log/logged-batch.ts';
import { Orders } from '../orders/orders.ts';
import type { StoreSettings } from '../store.ts';
import { readStore, rememberSettings, type StoreRow } from '../store-row.ts';
import { TimeZone } from '../time-zone.ts';
import type { ArchiveStore } from './archive-store.ts';
import { batchesAfter } from './history.ts';

/**
 * Forgets everything that is derived from the log and the ledger, neither of which changes, and begins to work it out
 * anew by these settings. `continueRebuild` does the work; answers say meanwhile that they are incomplete. An engine
 * of this database has to be made anew.
 *
 * @param storedThrough where the log was just filled: the place of its last batch
 */
export function startRebuild(db: Database, settings: StoreSettings, storedThrough?: number): void {
  db.transaction(() => {
    rememberSettings(db, settings);
    new Days(db, TimeZone.of(settings.timeZone)).clear();
    new Orders(db).clear();
    db.run('DELETE FROM set_aside');
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
export async function continueRebuild(engine: Engine, archive: ArchiveStore, now: number): Promise<boolean> {
  const { db } = engine;
  const store = readStore(db);
  if (!store || store.repostedThrough === null) return false;
  if (store.foldedThrough < store.storedThrough) {
    const lines = await batchesAfter(db, archive, store.foldedThrough);
    const batches = lines.map(({ text }) => readBatchLine(text));
    // Meanwhile somebody may have begun anew.
    if (readStore(db)?.foldedThrough === store.foldedThrough) foldBatches(engine, batches, now);
  } else {
    db.transaction(() => repost(engine, store));
  }
  return true;
}

/** How much of a rebuild is done, 0 to 1; null where there is none. */
export function rebuildProgress({ db, orders: { ledger } }: Engine): number | null {
  const store = readStore(db);
  if (!store || store.repostedThrough === null) return null;
  const total = store.storedThrough + ledger.lastSeq();
  return total === 0 ? 0 : (store.foldedThrough + store.repostedThrough) / total;
}

function repost({ db, orders }: Engine, { repostedThrough, timeZone }: StoreRow): void {
  const last = orders.repost(TimeZone.of(timeZone), repostedThrough ?? 0);
  db.run('UPDATE store SET reposted_through = ?', last);
}
