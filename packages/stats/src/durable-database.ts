import type { Database, DatabaseUsage, SqlRow, SqlValue } from './database.ts';

/** A Durable Object's SQLite. */
export class DurableDatabase implements Database {
  readonly #storage: DurableObjectStorage;
  #rowsRead = 0;
  #bytesRead = 0;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
  }

  get usage(): DatabaseUsage {
    return { rowsRead: this.#rowsRead, bytesRead: this.#bytesRead };
  }

  all<Row extends SqlRow>(sql: string, ...parameters: readonly SqlValue[]): Row[] {
    const cursor = this.#storage.sql.exec<Row>(sql, ...parameters);
    const rows = cursor.toArray();
    this.#rowsRead += cursor.rowsRead;
    for (const row of rows) this.#bytesRead += sizeOf(row);
    return rows;
  }

  run(sql: string, ...parameters: readonly SqlValue[]): void {
    this.#rowsRead += this.#storage.sql.exec(sql, ...parameters).rowsRead;
  }

  transaction<Result>(work: () => Result): Result {
    return this.#storage.transactionSync(work);
  }
}

function sizeOf(row: SqlRow): number {
  let size = 0;
  for (const value of Object.values(row)) size += typeof value === 'string' ? value.length : 8;
  return size;
}
