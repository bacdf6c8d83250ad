import { gzipSync } from 'node:zlib';
import type { Database } from '../database.ts';
import { readStore } from '../store-row.ts';
import type { ArchiveStore } from './archive-store.ts';
import { chunkBytes } from '../log/chunks.ts';
import { entryLines } from './lines.ts';
import { markWritten, nextPart, type Part, PART_KINDS, partKey } from './parts.ts';

/**
 * Writes what has to be in the archive by now, at most `limit` objects. Returns when there will be more to write,
 * epoch ms; null where nothing waits.
 */
export async function writeParts(
  db: Database,
  archive: ArchiveStore,
  now: number,
  limit: number,
): Promise<number | null> {
  const store = readStore(db);
  if (!store) return null;
  let due: number | null = null;
  let written = 0;
  for (const kind of PART_KINDS) {
    for (let next = nextPart(db, kind, now); ; next = nextPart(db, kind, now)) {
      if ('due' in next) {
        if (next.due !== null) due = Math.min(due ?? next.due, next.due);
        break;
      }
      if (written >= limit) return now;
      const content = contentOf(db, next.part);
      await archive.put(partKey(store.slug, next.part), content);
      markWritten(db, next.part, content.length, now);
      written += 1;
    }
  }
  return due;
}

function contentOf(db: Database, { kind, first, last }: Part): Uint8Array {
  if (kind === 'log') return chunkBytes(db, first, last);
  const lines = entryLines(db, first, last, last - first + 1).map(({ text }) => `${text}\n`);
  return gzipSync(lines.join(''));
}
