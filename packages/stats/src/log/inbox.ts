import type { Database } from '../database.ts';

/** Half of what a row may have, in characters that take up to three bytes. */
const MAX_ROW_CHARACTERS = 300_000;
/** Slots that are kept for later once everything is taken out. */
const KEPT_SLOTS = 64;

/** A line on its way in, and its place in the log. */
export interface InboxLine {
  readonly seq: number;
  readonly text: string;
}

interface InboxRow {
  readonly slot: number;
  readonly last: number;
}

/**
 * What makes a batch durable before anything is done with it: a row for all that comes at the same moment. A row whose
 * batches are taken out is written over by a later one rather than deleted, since a deleted row is paid for as well.
 */
export class Inbox {
  readonly #db: Database;
  /** In the order of the log. */
  readonly #rows: InboxRow[] = [];
  #free: number[] = [];
  #slots = 0;

  private constructor(db: Database) {
    this.#db = db;
  }

  /** An inbox and the lines in it, those up to `takenThrough` left out. */
  static read(db: Database, takenThrough: number): { inbox: Inbox; lines: string[] } {
    const inbox = new Inbox(db);
    const lines: string[] = [];
    const rows = db.all<{ slot: number; last: number; content: string | null }>(
      'SELECT slot, last, CASE WHEN last > ? THEN content END AS content FROM inbox ORDER BY last',
      takenThrough,
    );
    for (const { slot, last, content } of rows) {
      inbox.#slots = Math.max(inbox.#slots, slot + 1);
      if (content === null) {
        inbox.#free.push(slot);
        continue;
      }
      inbox.#rows.push({ slot, last });
      for (const line of content.split('\n')) lines.push(line);
    }
    return { inbox, lines };
  }

  /** Writes lines; to be told by `written` once that is certain. */
  write(lines: readonly InboxLine[]): InboxRow[] {
    const rows: InboxRow[] = [];
    let left = this.#free.length;
    let slots = this.#slots;
    for (let from = 0; from < lines.length;) {
      const until = endOfRow(lines, from);
      const part = lines.slice(from, until);
      const slot = this.#free[(left -= 1)] ?? slots++;
      const last = part.at(-1)?.seq ?? 0;
      this.#db.run(
        'INSERT OR REPLACE INTO inbox (slot, last, content) VALUES (?, ?, ?)',
        slot,
        last,
        part.map(({ text }) => text).join('\n'),
      );
      rows.push({ slot, last });
      from = until;
    }
    return rows;
  }

  written(rows: readonly InboxRow[]): void {
    // Free slots are taken from the end, as long as there are any.
    this.#free.splice(Math.max(0, this.#free.length - rows.length));
    for (const row of rows) {
      this.#slots = Math.max(this.#slots, row.slot + 1);
      this.#rows.push(row);
    }
  }

  /** Everything up to `seq` is elsewhere now. */
  taken(seq: number): void {
    for (let row = this.#rows[0]; row && row.last <= seq; row = this.#rows[0]) {
      this.#rows.shift();
      this.#free.push(row.slot);
    }
    if (this.#rows.length > 0 || this.#slots <= KEPT_SLOTS) return;
    this.#db.run('DELETE FROM inbox WHERE slot >= ?', KEPT_SLOTS);
    this.#free = this.#free.filter((slot) => slot < KEPT_SLOTS);
    this.#slots = KEPT_SLOTS;
  }
}

function endOfRow(lines: readonly InboxLine[], from: number): number {
  let characters = 0;
  let until = from;
  for (const { text } of lines.slice(from)) {
    characters += text.length;
    if (until > from && characters > MAX_ROW_CHARACTERS) break;
    until += 1;
  }
  return until;
}
