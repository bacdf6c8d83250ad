import type { Database } from '../database.ts';
import { type BatchHash, BatchSet } from './batch-set.ts';
import { joined } from './chunks.ts';

const DAY_MS = 86_400_000;
/** So long a batch that is sent again is recognised. */
export const RECOGNISED_MS = 7 * DAY_MS;
/**
 * So many at most, 64 MB of memory: a store that takes in more than half a million batches a day recognises them for
 * a shorter time.
 */
const MAX_RECENT = 4_000_000;

/** Which batches a store was sent lately. */
export class RecentBatches {
  /** By the day (UTC) on which they came, in the order of time. */
  readonly #days = new Map<number, BatchSet>();
  #size = 0;

  /** Those that are in the log's chunks, or were until they were archived. */
  static read(db: Database): RecentBatches {
    const recent = new RecentBatches();
    const rows = db.all<{ stored: number; hashes: Uint8Array }>(
      `SELECT stored, hashes FROM recent_batches UNION ALL SELECT stored, hashes FROM log_chunk ORDER BY stored`,
    );
    for (const { stored, hashes } of rows) recent.#day(stored).addBytes(hashes);
    for (const day of recent.#days.values()) recent.#size += day.size;
    return recent;
  }

  has(hash: BatchHash): boolean {
    for (const day of this.#days.values()) if (day.has(hash)) return true;
    return false;
  }

  /** `now`: the true time, epoch ms. */
  add(hash: BatchHash, now: number): void {
    this.#day(now).add(hash);
    this.#size += 1;
    if (this.#size > MAX_RECENT) this.#forgetOldest();
  }

  /** Forgets those of days that are over for long enough. */
  forgetBefore(now: number): void {
    for (const day of this.#days.keys()) {
      if ((day + 1) * DAY_MS + RECOGNISED_MS <= now) this.#forget(day);
    }
  }

  #day(time: number): BatchSet {
    const number = Math.floor(time / DAY_MS);
    let day = this.#days.get(number);
    if (!day) this.#days.set(number, (day = new BatchSet()));
    return day;
  }

  #forgetOldest(): void {
    const [oldest] = this.#days.keys();
    if (oldest !== undefined && this.#days.size > 1) this.#forget(oldest);
  }

  #forget(day: number): void {
    this.#size -= this.#days.get(day)?.size ?? 0;
    this.#days.delete(day);
  }
}

/** Keeps the hashes of a part of the log that is now in the archive only. */
export function keepRecent(db: Database, first: number, last: number): void {
  const chunks = db.all<{ stored: number; hashes: Uint8Array }>(
    'SELECT stored, hashes FROM log_chunk WHERE first BETWEEN ? AND ? ORDER BY first',
    first,
    last,
  );
  const stored = chunks.at(-1)?.stored;
  if (stored === undefined) return;
  const hashes = joined(chunks.map((chunk) => chunk.hashes));
  db.run('INSERT INTO recent_batches (first, stored, hashes) VALUES (?, ?, ?)', first, stored, hashes);
}

/** Deletes what need not be recognised any more. Returns when there is more to delete, epoch ms; null where nothing is left. */
export function forgetBatches(db: Database, now: number): number | null {
  const [first] = db.all<{ stored: number | null }>('SELECT MIN(stored) AS stored FROM recent_batches');
  const stored = first?.stored ?? null;
  if (stored === null || now < stored + RECOGNISED_MS) return stored === null ? null : stored + RECOGNISED_MS;
  db.run('DELETE FROM recent_batches WHERE stored <= ?', now - RECOGNISED_MS);
  return forgetBatches(db, now);
}
