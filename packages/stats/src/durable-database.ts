import type { Database, DatabaseUsage, SqlRow, SqlValue } from './database.ts';

/** A Durable Object's SQLite. */
export class DurableDatabase implements Database {
  readonly #storage: DurableObjectStorage;
  readonly #usage = { rowsRead: 0, bytesRead: 0 };
  #undone = 0;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
  }

  get usage(): DatabaseUsage {
    return this.#usage;
  }

  all<Row extends SqlRow>(sql: string, ...parameters: readonly SqlValue[]): Row[] {
    const cursor = this.#storage.sql.exec(sql, ...parameters);
    const rows = cursor.toArray();
    this.#usage.rowsRead += cursor.rowsRead;
    for (const row of rows) {
      for (const [column, value] of Object.entries(row)) {
        if (value instanceof ArrayBuffer) Object.assign(row, { [column]: new Uint8Array(value) });
        this.#usage.bytesRead += sizeOf(value);
      }
    }
    // What a statement selects is known to whoever wrote it: the interface says so.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return rows as SqlRow[] as Row[];
  }

  run(sql: string, ...parameters: readonly SqlValue[]): void {
    this.#usage.rowsRead += this.#storage.sql.exec(sql, ...parameters).rowsRead;
  }

  get undone(): number {
    return this.#undone;
  }

  transaction<Result>(work: () => Result): Result {
    try {
      return this.#storage.transactionSync(work);
    } catch (cause) {
      this.#undone += 1;
      throw cause;
    }
  }
}

function sizeOf(value: SqlStorageValue): number {
  if (value instanceof ArrayBuffer) return value.byteLength;
  return typeof value === 'string' ? value.length : 8;
}
