import type { Database } from '../database.ts';
import { appendLines, type ChunkLine } from './chunks.ts';
import { Inbox } from './inbox.ts';

const ROWS_AT_A_TIME = 500;

/**
 * Up to version 9 the log was a row per batch. Moves what is counted into chunks, which end where parts of the archive
 * end, and what is not counted yet into the inbox. Part of a migration: it never changes.
 */
export function moveOldLog(db: Database): void {
  const [store] = db.all<{ folded: number; rebuilding: number }>(
    'SELECT folded_through AS folded, reposted_through IS NOT NULL AS rebuilding FROM store',
  );
  if (!store) return;
  const [log] = db.all<{ last: number }>(
    'SELECT MAX((SELECT COALESCE(MAX(seq), 0) FROM log), (SELECT pruned_through FROM store)) AS last',
  );
  const last = log?.last ?? 0;
  // A rebuild reads what is stored.
  const storedThrough = store.rebuilding ? last : store.folded;
  let before = 0;
  for (const end of [...partEnds(db), storedThrough]) {
    const until = Math.min(end, storedThrough);
    moveToChunks(db, before, until);
    before = Math.max(before, until);
  }
  for (let seq = storedThrough; seq < last;) {
    const lines = readLines(db, seq, last);
    if (lines.length === 0) break;
    const { inbox } = Inbox.read(db, storedThrough);
    inbox.write(lines);
    seq = lines.at(-1)?.seq ?? last;
  }
  db.run('UPDATE store SET stored_through = ?', storedThrough);
}

function partEnds(db: Database): number[] {
  return db
    .all<{ last: number }>(`SELECT last FROM archive_part WHERE kind = 'log' ORDER BY first`)
    .map(({ last }) => last);
}

function moveToChunks(db: Database, after: number, until: number): void {
  for (let seq = after; seq < until;) {
    const lines = readLines(db, seq, until);
    const last = lines.at(-1);
    if (!last) return;
    appendLines(db, lines, last.received);
    seq = last.seq;
  }
}

function readLines(db: Database, after: number, until: number): ChunkLine[] {
  return db
    .all<{ seq: number; batch: string; received: number; receipt: string; content: string }>(
      'SELECT * FROM log WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?',
      after,
      until,
      ROWS_AT_A_TIME,
    )
    .map(({ seq, batch, received, receipt, content }) => ({
      seq,
      batch,
      received,
      // What is JSON already stays as it is, to the last byte.
      text: `{"type":"batch","seq":${seq},"batch":${JSON.stringify(batch)},"received":${received},"receipt":${receipt},"content":${content}}`,
    }));
}
