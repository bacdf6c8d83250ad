import { continueRebuild } from '../../packages/stats/src/archive/rebuild.ts';
import { restore, type Restored } from '../../packages/stats/src/archive/restore.ts';
import { Engine } from '../../packages/stats/src/engine.ts';
import { MemoryArchive } from '../../packages/stats/src/testing/memory-archive.ts';
import { NodeDatabase } from '../../packages/stats/src/testing/node-database.ts';

/**
 * Writes an export as one SQLite file with the same tables as the store's own database: what the store was told (`log_chunk`,
 * `ledger_chunk`: NDJSON, compressed) and what is derived from it.
 *
 * @throws {ExportIncompleteError}
 */
export async function writeSqlite(path: string, lines: AsyncIterable<string>): Promise<Restored> {
  const db = new NodeDatabase(path);
  try {
    const restored = await restore(db, lines);
    // Everything is in the file's own log, so that nothing is read from this archive.
    const engine = new Engine(db, Date.now());
    while (await continueRebuild(engine, new MemoryArchive(), Date.now()));
    return restored;
  } finally {
    db.close();
  }
}
