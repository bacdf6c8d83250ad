import { type Database, insertRows, insertStatement, type SqlScalar } from '../database.ts';
import { migrate } from '../schema.ts';
import type { StoreSettings } from '../store.ts';
import { readStore } from '../store-row.ts';
import { type BatchLine, type EntryLine, parseLine } from './lines.ts';
import { startRebuild } from './rebuild.ts';

/** An export that does not begin or end as one does, or holds less than it says. */
export class ExportIncompleteError extends Error {
  readonly code = 'export_incomplete';
}

export interface Restored {
  readonly store: StoreSettings;
  readonly batches: number;
  readonly entries: number;
}

const ROWS_AT_A_TIME = 500;

/**
 * Fills an empty database from an export's lines, however many; `continueRebuild` then works out its figures.
 *
 * @throws {ExportIncompleteError}
 */
export async function restore(db: Database, lines: AsyncIterable<string>): Promise<Restored> {
  migrate(db);
  const batches = new Rows(db, INSERT_BATCH);
  const entries = new Rows(db, INSERT_ENTRY);
  let store: StoreSettings | null = null;
  for await (const text of lines) {
    const line = parseLine(text);
    if (line.type === 'store') {
      const { slug, timeZone, currency } = line;
      store = { slug, timeZone, currency };
      if (readStore(db)) throw new ExportIncompleteError('The database holds a store already');
    } else if (store === null) {
      throw new ExportIncompleteError('The export does not begin with its store');
    } else if (line.type === 'batch') {
      batches.add(batchRow(line));
    } else if (line.type === 'entry') {
      entries.add(entryRow(line));
    } else {
      batches.flush();
      entries.flush();
      if (line.batches !== batches.count || line.entries !== entries.count) {
        throw new ExportIncompleteError(
          `The export holds ${batches.count} of ${line.batches} batches and ${entries.count} of ${line.entries} entries`,
        );
      }
      startRebuild(db, store);
      return { store, batches: line.batches, entries: line.entries };
    }
  }
  throw new ExportIncompleteError('The export ends on the way');
}

/** Rows on their way into a table, some hundred at a time. */
class Rows {
  count = 0;
  #rows: SqlScalar[][] = [];
  readonly #db: Database;
  readonly #statement: string;

  constructor(db: Database, statement: string) {
    this.#db = db;
    this.#statement = statement;
  }

  add(row: SqlScalar[]): void {
    this.count += 1;
    this.#rows.push(row);
    if (this.#rows.length >= ROWS_AT_A_TIME) this.flush();
  }

  flush(): void {
    this.#db.transaction(() => insertRows(this.#db, this.#statement, this.#rows));
    this.#rows = [];
  }
}

const INSERT_BATCH = insertStatement('INSERT', 'log', ['seq', 'batch', 'received', 'receipt', 'content']);

function batchRow({ seq, batch, received, receipt, content }: BatchLine): SqlScalar[] {
  return [seq, batch, received, JSON.stringify(receipt), JSON.stringify(content)];
}

const INSERT_ENTRY = insertStatement('INSERT', 'ledger', [
  'seq',
  'id',
  'order_id',
  'recorded',
  'event',
  'bot',
  'entry',
]);

function entryRow({ seq, recorded, event, bot, entry }: EntryLine): SqlScalar[] {
  return [seq, entry.id, entry.order, recorded, event, bot, JSON.stringify(entry)];
}
