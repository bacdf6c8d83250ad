import type { Database } from '../database.ts';
import { chunkLines, linesOf } from '../log/chunks.ts';
import { readStore } from '../store-row.ts';
import type { ArchiveStore } from './archive-store.ts';
import type { Line } from './lines.ts';
import { type Part, partAfter, partKey, type PartOwner } from './parts.ts';

/** A part that has been archived is not there, or is not what was written. */
export class ArchiveIncompleteError extends Error {
  readonly code = 'archive_incomplete';
}

/**
 * The next stored batches of a store after `seq`, in the order they came: a part of the archive, or a chunk where they
 * still are in the log. Empty at the end.
 *
 * @throws {ArchiveIncompleteError}
 */
export async function batchesAfter(db: Database, archive: ArchiveStore, seq: number): Promise<Line[]> {
  const store = readStore(db);
  if (!store) return [];
  if (seq >= store.prunedThrough) {
    return chunkLines(db, seq + 1, store.storedThrough);
  }
  const part = partAfter(db, 'log', seq);
  if (!part) throw new ArchiveIncompleteError(`No part of ${store.slug} is known after ${seq}`);
  return (await readPart(archive, store, part)).filter((line) => line.seq > seq);
}

async function readPart(archive: ArchiveStore, store: PartOwner, part: Part): Promise<Line[]> {
  const key = partKey(store, part);
  const content = await archive.get(key);
  if (!content) throw new ArchiveIncompleteError(`${key} is not in the archive`);
  const lines = linesOf(content);
  if (lines.at(-1)?.seq !== part.last) throw new ArchiveIncompleteError(`${key} does not hold what it says`);
  return lines;
}
