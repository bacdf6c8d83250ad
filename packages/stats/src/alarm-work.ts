import type { ArchiveStore } from './archive/archive-store.ts';
import { earliest, upkeep } from './archive/upkeep.ts';
import type { Engine } from './engine.ts';
import { fold } from './fold.ts';
import { deleteExpiredSalts, nextSaltDeletion } from './salts.ts';
import { readStore } from './store-row.ts';
import { TimeZone } from './time-zone.ts';

/** Transactions of one alarm. */
const FOLDS_PER_ALARM = 20;

export interface AlarmParts {
  readonly storage: DurableObjectStorage;
  /** The store as it is now: a rebuild begins with another one. */
  readonly engine: () => Engine;
  readonly archive: ArchiveStore;
  /** As `StoreShards.sendLetters`. */
  readonly sendLetters: (now: number) => Promise<number | null>;
  /** As `Watchers.tend`. */
  readonly tendWatchers: (now: number) => Promise<number | null>;
}

/**
 * Does what is due in a store at `now`, epoch ms, in bounded steps: whoever waits for an answer gets it in between. Returns
 * when to go on, epoch ms; null where there is nothing to wait for.
 */
export async function doAlarmWork(parts: AlarmParts, now: number): Promise<number | null> {
  const { storage, engine, archive } = parts;
  for (let folds = 0; folds < FOLDS_PER_ALARM && fold(engine(), now, 1); folds += 1) await storage.sync();
  const unheard = await parts.sendLetters(now);
  deleteExpiredSalts(engine().db, now);
  engine().log.forgetSalts();
  return earliest([
    engine().log.waiting > 0 ? now : null,
    nextSaltDeletion(engine().db),
    unheard,
    await upkeep(engine(), archive, now),
    await closeDays(parts, now),
    await parts.tendWatchers(now),
  ]);
}

/** Closes the days that are due. Returns when to go on, epoch ms; null where no day is open. */
async function closeDays({ storage, engine }: AlarmParts, now: number): Promise<number | null> {
  for (;;) {
    const store = readStore(engine().db);
    // What is received and not counted yet may belong to any of them.
    if (!store || engine().log.waiting > 0 || store.foldedThrough < store.storedThrough) return null;
    const next = engine().days(TimeZone.of(store.timeZone)).close(now);
    if (next === null || next > now) return next;
    await storage.sync();
  }
}
