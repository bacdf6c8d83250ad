import { gzipSync } from 'node:zlib';
import type { Engine } from '../engine.ts';
import { readStore } from '../store-row.ts';
import type { ArchiveStore } from './archive-store.ts';
import { chunkBytes } from '../log/chunks.ts';
import { markWritten, nextPart, type Part, PART_KINDS, partKey } from './parts.ts';

/**
 * Writes what has to be in the archive by now, at most `limit` objects. Returns when there will be more to write,
 * epoch ms; null where nothing waits.
 */
export async function writeParts(
  engine: Engine,
  archive: ArchiveStore,
  now: number,
  limit: number,
): Promise<number | null> {
  const { db } = engine;
  const store = readStore(db);
  if (!store) return null;
  let due: number | null = null;
  let written = 0;
  for (const kind of PART_KINDS) {
    for (let next = nextPart(engine, kind, now); ; next = nextPart(engine, kind, now)) {
      if ('due' in next) {
        if (next.due !== null) due = Math.min(due ?? next.due, next.due);
        break;
      }
      if (written >= limit) return now;
      const content = contentOf(engine, next.part);
      await archive.put(partKey(store, next.part), content);
      markWritten(db, next.part, content.length, now);
      written += 1;
    }
  }
  return due;
}

function contentOf({ db, orders: { ledger } }: Engine, { kind, first, last }: Part): Uint8Array {
  if (kind === 'log') return chunkBytes(db, first, last);
  let text = '';
  for (let seq = first; seq <= last;) {
    const lines = ledger.lines(seq, last);
    for (const line of lines) text += `${line.text}\n`;
    seq = (lines.at(-1)?.seq ?? last) + 1;
  }
  return gzipSync(text);
}
