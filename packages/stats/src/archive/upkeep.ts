import type { Engine } from '../engine.ts';
import type { ArchiveStore } from './archive-store.ts';
import { pruneLog } from './prune-log.ts';
import { forgetBatches } from '../log/recent-batches.ts';
import { continueRebuild } from './rebuild.ts';
import { writeParts } from './write-parts.ts';

/** Objects written in one go: a question that comes meanwhile is answered in between. */
const PARTS_AT_A_TIME = 4;
const RETRY_MS = 60_000;

/**
 * What the archive, or a rebuild from it, needs from time to time: a bounded piece of it. Returns when to go on, epoch ms; null where nothing
 * waits. An archive that does not answer costs nothing but time: the log keeps what is not archived.
 */
export async function upkeep(engine: Engine, archive: ArchiveStore, now: number): Promise<number | null> {
  try {
    if (await continueRebuild(engine, archive, now)) return now;
    return earliest([
      await writeParts(engine, archive, now, PARTS_AT_A_TIME),
      await pruneLog(engine.db, archive, now),
      forgetBatches(engine.db, now),
    ]);
  } catch (cause) {
    console.error(JSON.stringify({ level: 'error', event: 'archive.failed', error: String(cause) }));
    return now + RETRY_MS;
  }
}

export function earliest(times: readonly (number | null)[]): number | null {
  return times.reduce((a, b) => (a === null || b === null ? (a ?? b) : Math.min(a, b)), null);
}
