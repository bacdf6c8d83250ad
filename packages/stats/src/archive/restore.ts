import type { Database } from '../database.ts';
import { appendLines, type ChunkLine } from '../log/chunks.ts';
import type { StoredEntry } from '../orders/ledger-chunks.ts';
import type { ImportedDay } from '../imported-days/imported-day.ts';
import { keepImportedDays } from '../imported-days/imported-days.ts';
import { Orders } from '../orders/orders.ts';
import { migrate } from '../schema.ts';
import type { StoreSettings } from '../store.ts';
import { readStore } from '../store-row.ts';
import { parseLine } from './lines.ts';
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

const LINES_AT_A_TIME = 500;

/**
 * Fills an empty database from an export's lines, however many; `continueRebuild` then works out its figures.
 *
 * @throws {ExportIncompleteError}
 */
export async function restore(db: Database, lines: AsyncIterable<string>): Promise<Restored> {
  migrate(db);
  const batches = new Portions<ChunkLine>(db, (some) => appendLines(db, some, some.at(-1)?.received ?? 0));
  const { ledger } = new Orders(db);
  const entries = new Portions<StoredEntry>(db, (some) => ledger.append(some));
  const imported = new Portions<ImportedDay>(db, (some) => keepImportedDays(db, some));
  let store: StoreSettings | null = null;
  let last = 0;
  for await (const text of lines) {
    const line = parseLine(text);
    if (line.type === 'store') {
      const { slug, timeZone, currency } = line;
      store = { slug, timeZone, currency };
      if (readStore(db)) throw new ExportIncompleteError('The database holds a store already');
    } else if (store === null) {
      throw new ExportIncompleteError('The export does not begin with its store');
    } else if (line.type === 'batch') {
      const { seq, batch, received } = line;
      batches.add({ seq, text, batch, received });
      last = seq;
    } else if (line.type === 'entry') {
      const { seq, recorded, event, bot, entry } = line;
      entries.add({ seq, recorded, event, bot, entry });
    } else if (line.type === 'imported-day') {
      const { type: _type, ...day } = line;
      imported.add(day);
    } else {
      batches.flush();
      entries.flush();
      imported.flush();
      if (
        line.batches !== batches.count ||
        line.entries !== entries.count ||
        line.importedDays !== imported.count
      ) {
        throw new ExportIncompleteError(
          `The export holds ${batches.count} of ${line.batches} batches and ${entries.count} of ${line.entries} entries and ${imported.count} of ${line.importedDays} imported days`,
        );
      }
      startRebuild(db, store, last);
      return { store, batches: line.batches, entries: line.entries };
    }
  }
  throw new ExportIncompleteError('The export ends on the way');
}

/** Lines on their way into the database, some hundred at a time. */
class Portions<Item> {
  count = 0;
  #items: Item[] = [];
  readonly #db: Database;
  readonly #write: (items: readonly Item[]) => void;

  constructor(db: Database, write: (items: readonly Item[]) => void) {
    this.#db = db;
    this.#write = write;
  }

  add(item: Item): void {
    this.count += 1;
    this.#items.push(item);
    if (this.#items.length >= LINES_AT_A_TIME) this.flush();
  }

  flush(): void {
    this.#db.transaction(() => this.#write(this.#items));
    this.#items = [];
  }
}
