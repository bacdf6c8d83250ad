import { gunzipSync } from 'node:zlib';
import type { Database } from '../database.ts';
import { readStore } from '../store-row.ts';
import type { ArchiveStore } from './archive-store.ts';
import { batchLines, type Line } from './lines.ts';
import { type Part, partAfter, partKey } from './parts.ts';

/** A part that has been archived is not there, or is not what was written. */
export class ArchiveIncompleteError extends Error {
  readonly code = 'archive_incomplete';
}

/** What is read from the log at once; the archive gives a part at once. */
const LINES_AT_A_TIME = 250;

/**
 * The next batches of a store after `seq`, in the order they came: from the archive, or from the log where they still
 * are there. Empty at the end.
 *
 * @throws {ArchiveIncompleteError}
 */
export async function batchesAfter(db: Database, archive: ArchiveStore, seq: number): Promise<Line[]> {
  const store = readStore(db);
  if (!store) return [];
  if (seq >= store.prunedThrough) {
    return batchLines(db, seq + 1, Number.MAX_SAFE_INTEGER, LINES_AT_A_TIME);
  }
  const part = partAfter(db, 'log', seq);
  if (!part) throw new ArchiveIncompleteError(`No part of ${store.slug} is known after ${seq}`);
  return (await readPart(archive, store.slug, part)).filter((line) => line.seq > seq);
}

async function readPart(archive: ArchiveStore, store: string, part: Part): Promise<Line[]> {
  const key = partKey(store, part);
  const content = await archive.get(key);
  if (!content) throw new ArchiveIncompleteError(`${key} is not in the archive`);
  const lines = gunzipSync(content)
    .toString()
    .trimEnd()
    .split('\n')
    .map((text) => ({ seq: Number(/"seq":(\d+)/.exec(text)?.[1]), text }));
  if (lines.at(-1)?.seq !== part.last) throw new ArchiveIncompleteError(`${key} does not hold what it says`);
  return lines;
}
