import type { Database } from '../database.ts';

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

/** So much is read into memory at once. */
const MAX_ROWS = 1000;
const MAX_CHARACTERS = 4_000_000;
/** What is new waits at most this long for more, so that an hour of a shop is one object. */
const PATIENCE_MS = 3_600_000;

/** `fmdf/log/2026-11-20/000000000001-000000000250.ndjson.gz`: by name in the order of time. */
export function partKey(store: string, { kind, day, first, last }: Part): string {
  return `${storePrefix(store)}${kind}/${day}/${place(first)}-${place(last)}.ndjson.gz`;
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
export function nextPart(db: Database, kind: PartKind, now: number): { part: Part } | { due: number | null } {
  return db.transaction(() => {
    const [planned] = db.all<Row>(`${SELECT} WHERE kind = ? AND written_at IS NULL ORDER BY first`, kind);
    if (planned) return { part: planned };

    const rows = db.all<{ seq: number; at: number; characters: number }>(PENDING[kind], kind, MAX_ROWS);
    const [first] = rows;
    if (!first) return { due: null };
    const day = utcDay(first.at);
    let characters = 0;
    const cut = rows.findIndex((row, index) => {
      characters += row.characters;
      return utcDay(row.at) !== day || (index > 0 && characters > MAX_CHARACTERS);
    });
    const isFull = cut !== -1 || rows.length === MAX_ROWS;
    if (!isFull && now < first.at + PATIENCE_MS) return { due: first.at + PATIENCE_MS };
    const last = rows.at(cut === -1 ? -1 : cut - 1)?.seq ?? first.seq;
    db.run(
      'INSERT INTO archive_part (kind, first, last, day) VALUES (?, ?, ?, ?)',
      kind,
      first.seq,
      last,
      day,
    );
    return { part: { kind, first: first.seq, last, day } };
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

const SELECT = 'SELECT kind, first, last, day FROM archive_part';

/** Batches are archived once they are counted. */
const PENDING: Readonly<Record<PartKind, string>> = {
  log: `SELECT seq, received AS at, LENGTH(content) AS characters FROM log
    WHERE seq > (SELECT COALESCE(MAX(last), 0) FROM archive_part WHERE kind = ?)
      AND seq <= (SELECT folded_through FROM store) ORDER BY seq LIMIT ?`,
  ledger: `SELECT seq, recorded AS at, LENGTH(entry) AS characters FROM ledger
    WHERE seq > (SELECT COALESCE(MAX(last), 0) FROM archive_part WHERE kind = ?) ORDER BY seq LIMIT ?`,
};

function utcDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
