import type { Database } from '../database.ts';
import type { FoldedEvent } from '../folded-event.ts';
import { blockOf, concatBlocks, encodeBlock, partOfBlock } from './encode-block.ts';
import { type EventBlock, StoredBlock } from './event-block.ts';

/** Up to that many events, or as many as are added, and that many bytes, a day's last block is written again with them. */
const SMALL = { events: 512, bytes: 200_000 } as const;

/** Below the 2 MB that a value may have. */
const MOST_BYTES = 1_500_000;

/** What is known of a block without reading it. */
export interface BlockRow {
  readonly id: number;
  readonly day: string;
  readonly tail: boolean;
  /** Grows when the block does. */
  readonly events: number;
  /** Epoch ms. */
  readonly finalAt: number;
}

/**
 * Adds events to the blocks of their days, in the order of `events`. `finalAt`, epoch ms: when nothing can come any more
 * that belongs to a visit of theirs, since the keys of their senders' hashes are gone.
 */
export function addEvents(db: Database, events: readonly FoldedEvent[], finalAt: number): void {
  for (const [day, ofDay] of Map.groupBy(events, (event) => event.day)) {
    const [last] = db.all<{ id: number; content: Uint8Array }>(
      `SELECT id, content FROM event_block
       WHERE id = (SELECT MAX(id) FROM event_block WHERE day = ? AND tail = 0)
         AND events <= ? AND length(content) <= ?`,
      day,
      Math.max(SMALL.events, ofDay.length),
      SMALL.bytes,
    );
    const added = blockOf(ofDay);
    const content = last && encodeBlock(concatBlocks(new StoredBlock(last.content), added));
    if (!content || content.length > MOST_BYTES) {
      insertBlock(db, { day, tail: false, finalAt }, added);
      continue;
    }
    db.run(
      'UPDATE event_block SET events = events + ?, final_at = MAX(final_at, ?), content = ? WHERE id = ?',
      ofDay.length,
      finalAt,
      content,
      last.id,
    );
  }
}

function insertBlock(db: Database, row: Omit<BlockRow, 'id' | 'events'>, block: EventBlock): void {
  const content = encodeBlock(block);
  const events = block.at.length;
  if (content.length > MOST_BYTES && events > 1) {
    const places = [...block.at.keys()];
    const half = Math.ceil(events / 2);
    insertBlock(db, row, partOfBlock(block, places.slice(0, half)));
    insertBlock(db, row, partOfBlock(block, places.slice(half)));
    return;
  }
  db.run(
    'INSERT INTO event_block (day, tail, events, final_at, content) VALUES (?, ?, ?, ?, ?)',
    row.day,
    Number(row.tail),
    events,
    row.finalAt,
    content,
  );
}

/** Keeps of a day that is closed what visits of the next one began with. */
export function insertTail(db: Database, day: string, block: EventBlock): void {
  insertBlock(db, { day, tail: true, finalAt: 0 }, block);
}

/** All blocks, in the order in which their events were counted. */
export function listBlocks(db: Database): BlockRow[] {
  return db
    .all<{ id: number; day: string; tail: number; events: number; final_at: number }>(
      'SELECT id, day, tail, events, final_at FROM event_block ORDER BY id',
    )
    .map(({ id, day, tail, events, final_at: finalAt }) => ({ id, day, tail: tail === 1, events, finalAt }));
}

export function readBlocks(db: Database, blocks: readonly BlockRow[]): EventBlock[] {
  if (blocks.length === 0) return [];
  return db
    .all<{ content: Uint8Array }>(
      'SELECT content FROM event_block WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id',
      JSON.stringify(blocks.map(({ id }) => id)),
    )
    .map(({ content }) => new StoredBlock(content));
}

export function deleteBlocks(db: Database, blocks: readonly BlockRow[]): void {
  db.run(
    'DELETE FROM event_block WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(blocks.map(({ id }) => id)),
  );
}

export function deleteAllBlocks(db: Database): void {
  db.run('DELETE FROM event_block');
}
