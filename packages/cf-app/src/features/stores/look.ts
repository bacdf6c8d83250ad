import type { StoreStatus } from '@layerkick/stats/store-stats-rpc';

/** What a store's object said of itself. */
export type StoreLook = StoreStatus;

/** What an operator should do something about, or wait for. */
export type StoreConcern =
  /** It did not answer. */
  | 'unreachable'
  | 'rebuilding'
  /** Batches wait to be counted, many more than a busy store has. */
  | 'backlog'
  /** Batches that could not be counted. */
  | 'parked'
  /** The archive does not take what it should have. */
  | 'archive_late'
  /** Its database is older than this Worker. */
  | 'old_schema'
  /** Its figures are on the days of another time zone than the registry says. */
  | 'time_zone_pending';

/** Some seconds of the busiest store. */
const MANY_PENDING = 2_000;
/** What comes waits an hour for its part of the archive. */
const ARCHIVE_LATE_MS = 2 * 3_600_000;

/** What is not as it should be, the worst first. @param look null where it did not answer. @param now epoch ms */
export function concernsOf(
  look: StoreLook | null,
  { timeZone, newestSchema, now }: { timeZone: string; newestSchema: number; now: number },
): StoreConcern[] {
  if (look === null) return ['unreachable'];
  const concerns: readonly (readonly [StoreConcern, boolean])[] = [
    ['parked', look.setAsideBatches > 0],
    ['archive_late', look.archive.since !== null && now - look.archive.since > ARCHIVE_LATE_MS],
    ['backlog', look.pendingBatches > MANY_PENDING],
    ['old_schema', look.schemaVersion < newestSchema],
    ['rebuilding', look.rebuilding !== null],
    ['time_zone_pending', look.rebuilding === null && look.timeZone !== null && look.timeZone !== timeZone],
  ];
  return concerns.filter(([, holds]) => holds).map(([concern]) => concern);
}
