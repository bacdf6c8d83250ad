import type { Database } from '../database.ts';
import { keepRecent } from '../log/recent-batches.ts';
import { readStore } from '../store-row.ts';
import type { ArchiveStore } from './archive-store.ts';
import { type Part, partAfter, partKey } from './parts.ts';

/** How long the log keeps what is archived: an archive that loses something at once gets it again. */
export const KEPT_MS = 86_400_000;

/**
 * Takes one part out of the log that is in the archive for long enough. Returns when there is the next one to take
 * out, epoch ms; null where nothing waits. What turns out not to be in the archive stays and is archived again.
 */
export async function pruneLog(db: Database, archive: ArchiveStore, now: number): Promise<number | null> {
  const store = readStore(db);
  const part = store && partAfter(db, 'log', store.prunedThrough);
  if (!store || !part) return null;
  const { written_at: writtenAt, bytes } = writtenPart(db, part);
  if (now < writtenAt + KEPT_MS) return writtenAt + KEPT_MS;

  const isThere = (await archive.size(partKey(store, part))) === bytes;
  db.transaction(() => {
    if (!isThere) {
      db.run("UPDATE archive_part SET written_at = NULL WHERE kind = 'log' AND first = ?", part.first);
      return;
    }
    keepRecent(db, part.first, part.last);
    db.run('DELETE FROM log_chunk WHERE first BETWEEN ? AND ?', part.first, part.last);
    db.run('UPDATE store SET pruned_through = ?', part.last);
  });
  return now;
}

function writtenPart(db: Database, { kind, first }: Part): { written_at: number; bytes: number } {
  const [row] = db.all<{ written_at: number; bytes: number }>(
    'SELECT written_at, bytes FROM archive_part WHERE kind = ? AND first = ?',
    kind,
    first,
  );
  if (!row) throw new Error('A part that was just found');
  return row;
}
