import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Database, DatabaseUsage, SqlRow, SqlValue } from '../database.ts';

/** SQLite under plain Node, in memory or in a file: for tests of the parts that need no Durable Object, and for exports. */
export class NodeDatabase implements Database {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly usage: DatabaseUsage = { rowsRead: 0, bytesRead: 0 };
  #undone = 0;

  constructor(path = ':memory:') {
    this.#database = new DatabaseSync(path);
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  all<Row extends SqlRow>(sql: string, ...parameters: readonly SqlValue[]): Row[] {
    // What a statement selects is known to whoever wrote it: the interface says so.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return this.#statement(sql).all(...parameters) as Row[];
  }

  run(sql: string, ...parameters: readonly SqlValue[]): void {
    this.#statement(sql).run(...parameters);
  }

  get undone(): number {
    return this.#undone;
  }

  transaction<Result>(work: () => Result): Result {
    this.#database.exec('BEGIN');
    try {
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (cause) {
      this.#undone += 1;
      this.#database.exec('ROLLBACK');
      throw cause;
    }
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.#database.prepare(sql)));
    return statement;
  }
}
