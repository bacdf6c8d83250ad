import { addDays } from '../calendar.ts';
import type { Database } from '../database.ts';
import type { TimeZone } from '../time-zone.ts';
import { type BlockRow, deleteBlocks, insertTail, listBlocks } from './block-table.ts';
import { buildSegment, hoursOfDay } from './build-segment.ts';
import { partOfBlock } from './encode-block.ts';
import { blockRowsOfDay, readDayBlocks } from './day-blocks.ts';
import { insertSegment } from './segment-table.ts';
import { type VisitsOfDay, visitsOfDay } from './visits-of-day.ts';

const SALT_LIFETIME_MS = 48 * 3_600_000;

/** The day to close next, and from when on, epoch ms. */
export interface NextClosing {
  readonly day: string;
  readonly at: number;
}

/**
 * The first day that is not closed. It can be as soon as nothing can come any more that belongs to one of its visits: no
 * event of its own and none of the next day. Days are closed in their order, since a visit may go on from one to the next.
 */
export function nextClosing(db: Database, zone: TimeZone): NextClosing | null {
  const [first] = db.all<{ day: string | null }>('SELECT MIN(day) AS day FROM event_block WHERE tail = 0');
  const day = first?.day;
  if (!day) return null;
  const tomorrow = addDays(day, 1);
  const [last] = db.all<{ at: number }>(
    `SELECT MAX(at) AS at FROM (
       SELECT final_at AS at FROM event_block WHERE day IN (?1, ?2)
       UNION ALL SELECT delete_at FROM salt WHERE day IN (?1, ?2))`,
    day,
    tomorrow,
  );
  return { day, at: Math.max(last?.at ?? 0, zone.startOfDay(tomorrow) + SALT_LIFETIME_MS) };
}

/**
 * Turns a day's blocks into a segment. Of its events only those are kept as a block that visits of the next day began
 * with. Run it in a transaction.
 */
export function closeDay(db: Database, zone: TimeZone, day: string): void {
  const blocks = listBlocks(db);
  const rows = blockRowsOfDay(blocks, day);
  const visits = visitsOfDay(day, zone, readDayBlocks(db, rows));
  insertSegment(db, day, hoursOfDay(day, zone), buildSegment(day, zone, visits));
  insertTails(db, day, rows.own, visits, rows.before.length);
  const done = blocks.filter((block) => block.tail && block.day < day);
  deleteBlocks(db, [...rows.own, ...done]);
}

/** The events of those runs that a run of the next day goes on with. */
function insertTails(
  db: Database,
  day: string,
  own: readonly BlockRow[],
  { hits, own: runs, next }: VisitsOfDay,
  firstBlock: number,
): void {
  const kept = [...next.keys()]
    .filter((run) => (next[run] ?? -1) >= 0)
    .flatMap((run) => [...runs.order.subarray(runs.from[run], runs.from[run + 1])])
    .toSorted((a, b) => a - b);
  for (const index of own.keys()) {
    const block = hits.blocks[firstBlock + index];
    const [first, end] = [hits.first(firstBlock + index), hits.first(firstBlock + index + 1)];
    const places = kept.filter((hit) => hit >= first && hit < end).map((hit) => hit - first);
    if (block && places.length > 0) insertTail(db, day, partOfBlock(block, places));
  }
}
