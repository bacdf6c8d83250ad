import { KEPT_MS } from '../archive/prune-log.ts';
import { upkeep } from '../archive/upkeep.ts';
import type { MeasuredStore } from './measured-store.ts';
import type { MemoryArchive } from './memory-archive.ts';

/** Archives what is counted; `days` later it is in the archive only. */
export async function archiveAll(store: MeasuredStore, archive: MemoryArchive, days: number): Promise<void> {
  const later = store.now + 3_600_000 + days * KEPT_MS;
  for (let due: number | null = store.now; due !== null && due <= later;) {
    due = await upkeep(store.engine, archive, due);
  }
}
