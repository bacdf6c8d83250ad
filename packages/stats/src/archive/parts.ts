import type { Database } from '../database.ts';
import type { Engine } from '../engine.ts';
import { utcDay } from '../log/chunks.ts';
import type { StoreRow } from '../store-row.ts';

/** What is archived: batches of the log and entries of the ledger. */
export type PartKind = 'log' | 'ledger';
export const PART_KINDS: readonly PartKind[] = ['log', 'ledger'];

/** One object of the archive. */
export interface Part {
  readonly kind: PartKind;
  /** `seq` of its first and last line. */
  readonly first: number;
  readonly last: number;
  /** The day (UTC) on which its lines came: an object's name stays right when the store's time zone changes. */
  readonly day: string;
}

/** The object whose part it is. */
export type PartOwner = Pick<StoreRow, 'slug' | 'shard'>;

/** So much is read into memory at once: chunks of the log, which are compressed, or entries of the ledger. */
const LIMITS: Readonly<Record<PartKind, { readonly rows: number; readonly size: number }>> = {
  log: { rows: 1000, size: 512 * 1024 },
  ledger: { rows: 1000, size: 4_000_000 },
};
/** What is new waits at most this long for more, so that an hour of a shop is one object. */
const PATIENCE_MS = 3_600_000;

/**
 * `fmdf/log/2026-11-20/000000000001-000000000250.ndjson.gz`: by name in the order of time. Those of another shard than 0
 * are in `fmdf/shard-1/log/…`.
 */
export function partKey({ slug, shard }: PartOwner, { kind, day, first, last }: Part): string {
  const folder = shard === 0 ? '' : `shard-${shard}/`;
  return `${storePrefix(slug)}${folder}${kind}/${day}/${place(first)}-${place(last)}.ndjson.gz`;
}

function place(seq: number): string {
  return String(seq).padStart(12, '0');
}

/** What the keys of all objects of a store begin with. */
export function storePrefix(store: string): string {
  return `${store}/`;
}

/**
 * The part to write now, or when there will be one (epoch ms), if any. A part is planned before it is written: when
 * writing is stopped anywhere, the same lines are written again under the same key.
 */
export function nextPart(
  engine: Engine,
  kind: PartKind,
  now: number,
): { part: Part } | { due: number | null } {
  const { db } = engine;
  return db.transaction(() => {
    const [planned] = db.all<Row>(`${SELECT} WHERE kind = ? AND written_at IS NULL ORDER BY first`, kind);
    if (planned) return { part: planned };

    const limits = LIMITS[kind];
    const rows = pending(engine, kind, limits.rows);
    const [head] = rows;
    if (!head) return { due: null };
    const { first, at } = head;
    const day = utcDay(at);
    let size = 0;
    const cut = rows.findIndex((row, index) => {
      size += row.size;
      return utcDay(row.at) !== day || (index > 0 && size > limits.size);
    });
    const isFull = cut !== -1 || rows.length === limits.rows;
    if (!isFull && now < at + PATIENCE_MS) return { due: at + PATIENCE_MS };
    const last = rows.at(cut === -1 ? -1 : cut - 1)?.last ?? head.last;
    db.run('INSERT INTO archive_part (kind, first, last, day) VALUES (?, ?, ?, ?)', kind, first, last, day);
    return { part: { kind, first, last, day } };
  });
}

export function markWritten(db: Database, { kind, first }: Part, bytes: number, now: number): void {
  db.run(
    'UPDATE archive_part SET bytes = ?, written_at = ? WHERE kind = ? AND first = ?',
    bytes,
    now,
    kind,
    first,
  );
}

/** The written part that holds the first batch after `seq`; null where there is none. */
export function partAfter(db: Database, kind: PartKind, seq: number): Part | null {
  const [row] = db.all<Row>(
    `${SELECT} WHERE kind = ? AND last > ? AND written_at IS NOT NULL ORDER BY first LIMIT 1`,
    kind,
    seq,
  );
  return row ?? null;
}

interface Row extends Record<string, string | number | null> {
  kind: PartKind;
  first: number;
  last: number;
  day: string;
}

interface Pending extends Record<string, number> {
  first: number;
  last: number;
  /** When the first of it came, epoch ms. */
  at: number;
  size: number;
}

const SELECT = 'SELECT kind, first, last, day FROM archive_part';

/** What is in no part yet, the first `most` of it. */
function pending({ db, orders: { ledger } }: Engine, kind: PartKind, most: number): Pending[] {
  const [planned] = db.all<{ last: number }>(
    'SELECT COALESCE(MAX(last), 0) AS last FROM archive_part WHERE kind = ?',
    kind,
  );
  const after = planned?.last ?? 0;
  if (kind === 'log') return db.all<Pending>(PENDING_CHUNKS, after, most);
  const rows: Pending[] = [];
  for (let seq = after; rows.length < most;) {
    const entries = ledger.lines(seq + 1, Number.MAX_SAFE_INTEGER);
    if (entries.length === 0) break;
    for (const { seq: first, text } of entries) {
      const at = Number(/"recorded":(\d+)/.exec(text)?.[1]);
      rows.push({ first, last: first, at, size: text.length });
      seq = first;
    }
  }
  return rows.slice(0, most);
}

const PENDING_CHUNKS = `SELECT first, last, received AS at, LENGTH(content) AS size FROM log_chunk
  WHERE first > ? ORDER BY first LIMIT ?`;
