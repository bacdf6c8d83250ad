import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Engine } from './engine.ts';
import { COLUMN_NAMES, CREATE_TABLE, rawPortions } from './raw-table.ts';
import { timed } from './timed.ts';

const ROWS_PER_TRANSACTION = 10_000;

/** SQLite as one would use it without an engine: a row per event, and an index to find the days. */
export function openSqlite(file: string): Engine {
  let database = new DatabaseSync(file);
  return {
    name: 'sqlite',
    async load(events, onProgress) {
      database.exec(CREATE_TABLE);
      const insert = database.prepare(
        `INSERT INTO event (${COLUMN_NAMES.join(', ')}) VALUES (${COLUMN_NAMES.map(() => '?').join(', ')})`,
      );
      let loaded = 0;
      for (const rows of rawPortions(events, ROWS_PER_TRANSACTION)) {
        database.exec('BEGIN');
        for (const row of rows) insert.run(...COLUMN_NAMES.map((name) => row[name]));
        database.exec('COMMIT');
        onProgress((loaded += rows.length));
      }
      database.exec('CREATE INDEX event_day ON event (day)');
      database.exec('ANALYZE');
    },
    async ask(question, { where }, rounds) {
      const sql = question.sql(where);
      const { result, times } = await timed(rounds, () => database.prepare(sql).all());
      const table = result.map((row) =>
        Object.values(row).map((value) => (typeof value === 'string' ? value : Number(value))),
      );
      return { table, times, read: null };
    },
    async restart() {
      database.close();
      database = new DatabaseSync(file);
    },
    bytes: async () => statSync(file).size,
    close: async () => database.close(),
  };
}
