/** What fits into JSON. */
export type SqlScalar = string | number | null;
export type SqlValue = SqlScalar | Uint8Array;
export type SqlRow = Record<string, SqlValue>;

/**
 * The little of SQLite that measuring needs. In production it is the Durable Object's storage; the same code runs
 * over `node:sqlite` in tests and benchmarks.
 */
export interface Database {
  /** `Row` is what the statement selects; nothing checks it. */
  all<Row extends SqlRow>(sql: string, ...parameters: readonly SqlValue[]): Row[];
  run(sql: string, ...parameters: readonly SqlValue[]): void;
  /** All of `work` or, when it throws, nothing of it. Does not nest. */
  transaction<Result>(work: () => Result): Result;
  /** How many transactions left nothing: what was remembered of one that did is not so. */
  readonly undone: number;
  /** What reading has cost since the database was opened; goes on counting. */
  readonly usage: DatabaseUsage;
}

export interface DatabaseUsage {
  /** Rows that SQLite looked at, those of indexes included; what the platform bills. */
  readonly rowsRead: number;
  /** Size of the values that came out of it. */
  readonly bytesRead: number;
}

/** A statement that makes rows of one JSON parameter: `[[…], …]`, however many, since parameters are limited to 100. */
export function insertStatement(
  verb: 'INSERT' | 'INSERT OR REPLACE' | 'INSERT OR IGNORE',
  table: string,
  columns: readonly string[],
): string {
  const values = columns.map((_, index) => `value ->> ${index}`).join(', ');
  return `${verb} INTO ${table} (${columns.join(', ')}) SELECT ${values} FROM json_each(?)`;
}

/** Runs `insertStatement`'s statement for any number of rows. */
export function insertRows(db: Database, statement: string, rows: readonly (readonly SqlScalar[])[]): void {
  for (const parameter of jsonParameters(rows)) db.run(statement, parameter);
}

/** In UTF-8 at most three times as many bytes: below the 2 MB that a parameter may have. */
const MAX_PARAMETER_CHARACTERS = 500_000;

/** Any number of values as JSON arrays for `json_each(?)`, each small enough for one parameter. */
export function* jsonParameters(values: Iterable<unknown>): Iterable<string> {
  let parts: string[] = [];
  let characters = 0;
  for (const value of values) {
    const part = JSON.stringify(value);
    if (characters + part.length > MAX_PARAMETER_CHARACTERS && parts.length > 0) {
      yield `[${parts.join(',')}]`;
      parts = [];
      characters = 0;
    }
    parts.push(part);
    characters += part.length + 1;
  }
  if (parts.length > 0) yield `[${parts.join(',')}]`;
}
