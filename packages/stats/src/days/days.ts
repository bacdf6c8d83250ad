import { MemoryBudget } from '../columns/bounded-cache.ts';
import type { Database } from '../database.ts';
import type { FoldedEvent } from '../folded-event.ts';
import { KEPT_COLUMNS } from '../kept-bytes.ts';
import type { TimeZone } from '../time-zone.ts';
import { addEvents, deleteAllBlocks } from './block-table.ts';
import { closeDay, nextClosing } from './close-day.ts';
import { ClosedDays } from './closed-days.ts';
import type { DaySegment } from './day-segment.ts';
import { OpenDays } from './open-days.ts';
import { type RecentEvent, RecentEvents } from './recent-events.ts';
import { deleteSegments } from './segment-table.ts';

/**
 * The visits of a store, day by day: those of the last days as they came in, which are told apart when they are asked for;
 * those of days that nothing can be added to any more as columns.
 */
export class Days {
  readonly #db: Database;
  readonly #zone: TimeZone;
  readonly #recent: RecentEvents;
  readonly #open: OpenDays;
  readonly #closed: ClosedDays;

  constructor(db: Database, zone: TimeZone, budget = new MemoryBudget(KEPT_COLUMNS)) {
    this.#db = db;
    this.#zone = zone;
    this.#open = new OpenDays(db, zone, budget);
    this.#closed = new ClosedDays(db, budget);
    this.#recent = new RecentEvents(db, zone);
  }

  /** As `addEvents`; belongs into the transaction that takes the events from where they were. */
  add(events: readonly FoldedEvent[], finalAt: number): void {
    this.#open.listAnew();
    addEvents(this.#db, events, finalAt);
  }

  /**
   * Closes the first day that is due, in a transaction of its own. Everything that was received has to be added before.
   * Returns when the next one is due, epoch ms, be it in the past; null where there is none.
   */
  close(now: number): number | null {
    const next = nextClosing(this.#db, this.#zone);
    if (!next || next.at > now) return next?.at ?? null;
    this.#open.forget();
    this.#recent.forget();
    this.#closed.listAnew();
    this.#db.transaction(() => closeDay(this.#db, this.#zone, next.day));
    return nextClosing(this.#db, this.#zone)?.at ?? null;
  }

  /** In the order of days; a day may have several. The same segment is the same object until it changes. */
  segments(from: string, to: string): DaySegment[] {
    const [closed, open] = [this.#closed.segments(from, to), this.#open.segments(from, to)];
    if (open.length === 0) return closed;
    return [...closed, ...open].toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
  }

  recentEvents(since: number): RecentEvent[] {
    return this.#recent.since(since);
  }

  /** Deletes everything, for it to be added anew. */
  clear(): void {
    this.#open.forget();
    this.#recent.forget();
    this.#closed.forget();
    deleteAllBlocks(this.#db);
    deleteSegments(this.#db);
  }
}
