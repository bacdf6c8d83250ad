import { gunzipSync, gzipSync } from 'node:zlib';
import type { Database } from '../database.ts';
import { type BatchHash, hashBatch, toBytes } from './batch-set.ts';

/** A chunk grows up to that: few rows, each small enough to be written again. */
const FULL_BYTES = 96 * 1024;
/** Of text in one gzip member, well below what a row may have even where it does not get smaller. */
const MAX_MEMBER_CHARACTERS = 400_000;
/** Most of what compressing takes is time, most of what it gives comes from the first level. */
const LEVEL = 1;
const DAY_MS = 86_400_000;

/** A line of the log. */
export interface ChunkLine {
  readonly seq: number;
  readonly text: string;
  readonly batch: string;
  /** Epoch ms by our clock. */
  readonly received: number;
}

/**
 * Appends lines to the log's chunks: gzip members one after the other, as the archive has them. A chunk is of one day
 * (UTC, by when its batches came), and what is planned for the archive stays as it is.
 *
 * @param stored the true time, epoch ms: from it on batches are recognised for a while
 */
export function appendLines(db: Database, lines: readonly ChunkLine[], stored: number): void {
  let open = openChunk(db);
  for (const member of membersOf(lines)) {
    const [first] = member;
    const last = member.at(-1);
    if (!first || !last) continue;
    const content = gzipSync(member.map(({ text }) => `${text}\n`).join(''), { level: LEVEL });
    const hashes = toBytes(member.map(({ batch }): BatchHash => hashBatch(batch)));
    const joins =
      open !== null &&
      isSameDay(open.received, first.received) &&
      open.content.length + content.length <= FULL_BYTES;
    open = {
      first: joins && open ? open.first : first.seq,
      received: joins && open ? open.received : first.received,
      content: joins && open ? joined([open.content, content]) : content,
      hashes: joins && open ? joined([open.hashes, hashes]) : hashes,
    };
    db.run(
      'INSERT OR REPLACE INTO log_chunk (first, last, received, stored, content, hashes) VALUES (?, ?, ?, ?, ?, ?)',
      open.first,
      last.seq,
      open.received,
      stored,
      open.content,
      open.hashes,
    );
  }
}

/** Lines with `first` ≤ seq ≤ `last` as they were appended: those of one chunk, and no line only at the end. */
export function chunkLines(db: Database, first: number, last: number): { seq: number; text: string }[] {
  const [chunk] = db.all<{ content: Uint8Array }>(
    'SELECT content FROM log_chunk WHERE last >= ? AND first <= ? ORDER BY first LIMIT 1',
    first,
    last,
  );
  if (!chunk) return [];
  return linesOf(chunk.content).filter(({ seq }) => seq >= first && seq <= last);
}

/** The lines after a place in the log that were stored at or after a time, epoch ms, or soon before. */
export function linesAfter(db: Database, seq: number, stored: number): { seq: number; text: string }[] {
  const chunks = db.all<{ content: Uint8Array }>(
    'SELECT content FROM log_chunk WHERE last > ? AND stored >= ? ORDER BY first',
    seq,
    stored,
  );
  return chunks.flatMap(({ content }) => linesOf(content)).filter((line) => line.seq > seq);
}

/** The line of a batch; null where it is in no chunk any more. */
export function lineOfBatch(db: Database, batch: string): string | null {
  const chunks = db.all<{ content: Uint8Array }>(
    'SELECT content FROM log_chunk WHERE instr(hashes, ?) > 0 ORDER BY first DESC',
    toBytes([hashBatch(batch)]),
  );
  const id = `"batch":${JSON.stringify(batch)}`;
  for (const { content } of chunks) {
    const line = linesOf(content).find(({ text }) => text.includes(id));
    if (line) return line.text;
  }
  return null;
}

/** The lines in gzip members, with their places. */
export function linesOf(content: Uint8Array): { seq: number; text: string }[] {
  return gunzipSync(content)
    .toString()
    .trimEnd()
    .split('\n')
    .map((text) => ({ seq: Number(/"seq":(\d+)/.exec(text)?.[1]), text }));
}

/** The day an instant is in, by UTC: an object's name stays right when the store's time zone changes. */
export function utcDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Whether `utcDay` of both is the same, for as many as there are lines. */
function isSameDay(a: number, b: number): boolean {
  return Math.floor(a / DAY_MS) === Math.floor(b / DAY_MS);
}

/** The chunks from `first` to `last` as one: what the archive keeps. */
export function chunkBytes(db: Database, first: number, last: number): Uint8Array {
  const chunks = db.all<{ content: Uint8Array }>(
    'SELECT content FROM log_chunk WHERE first BETWEEN ? AND ? ORDER BY first',
    first,
    last,
  );
  return joined(chunks.map(({ content }) => content));
}

interface OpenChunk {
  readonly first: number;
  /** When its first batch came, epoch ms. */
  readonly received: number;
  readonly content: Uint8Array;
  readonly hashes: Uint8Array;
}

/** The last chunk, unless it is full or planned for the archive. */
function openChunk(db: Database): OpenChunk | null {
  const [chunk] = db.all<{ first: number; received: number; content: Uint8Array; hashes: Uint8Array }>(
    `SELECT first, received, content, hashes FROM log_chunk
     WHERE first = (SELECT MAX(first) FROM log_chunk) AND LENGTH(content) < ?
       AND first > (SELECT COALESCE(MAX(last), 0) FROM archive_part WHERE kind = 'log')`,
    FULL_BYTES,
  );
  return chunk ?? null;
}

/** Lines of the same day together, not too many. */
function* membersOf(lines: readonly ChunkLine[]): Iterable<readonly ChunkLine[]> {
  let member: ChunkLine[] = [];
  let characters = 0;
  for (const line of lines) {
    const [first] = member;
    const isOther = first !== undefined && !isSameDay(first.received, line.received);
    if (isOther || (first !== undefined && characters + line.text.length > MAX_MEMBER_CHARACTERS)) {
      yield member;
      member = [];
      characters = 0;
    }
    member.push(line);
    characters += line.text.length;
  }
  if (member.length > 0) yield member;
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let length = 0;
  for (const part of parts) {
    bytes.set(part, length);
    length += part.length;
  }
  return bytes;
}
