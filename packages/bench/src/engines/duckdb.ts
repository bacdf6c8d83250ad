import { statSync } from 'node:fs';
import {
  BIGINT,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  INTEGER,
  VARCHAR,
} from '@duckdb/node-api';
import type { Table } from '../questions/table.ts';
import type { Engine } from './engine.ts';
import { COLUMN_NAMES, COLUMNS, CREATE_TABLE, rawPortions } from './raw-table.ts';
import { timed } from './timed.ts';

/** DuckDB's vectors hold this many values. */
const CHUNK = 2048;
const TYPES = { BIGINT, INTEGER, VARCHAR };

/** A column store with two threads, over a file. */
export async function openDuckdb(file: string): Promise<Engine> {
  const open = () => DuckDBInstance.create(file, { threads: '2' });
  let instance = await open();
  let connection = await instance.connect();
  const close = async () => {
    connection.closeSync();
    instance.closeSync();
  };
  return {
    name: 'duckdb',
    async load(events, onProgress) {
      await load(connection, events, onProgress);
    },
    async ask(question, { where }, rounds) {
      const sql = question.sql(where);
      const { result, times } = await timed(rounds, () => connection.runAndReadAll(sql));
      return { table: tableOf(result.getRows()), times, read: null };
    },
    async restart() {
      await close();
      instance = await open();
      connection = await instance.connect();
    },
    bytes: async () => statSync(file).size,
    close,
  };
}

async function load(connection: DuckDBConnection, events: number, onProgress: (events: number) => void) {
  await connection.run(CREATE_TABLE);
  const appender = await connection.createAppender('event');
  let loaded = 0;
  for (const rows of rawPortions(events, CHUNK)) {
    const chunk = DuckDBDataChunk.create(
      COLUMN_NAMES.map((name) => TYPES[COLUMNS[name]]),
      rows.length,
    );
    chunk.setColumns(
      COLUMN_NAMES.map((name) =>
        rows.map((row) => (COLUMNS[name] === 'BIGINT' ? BigInt(row[name]) : row[name])),
      ),
    );
    appender.appendDataChunk(chunk);
    onProgress((loaded += rows.length));
  }
  appender.closeSync();
  await connection.run('CHECKPOINT');
}

/** Sums are 128 bits wide there; ours are far below what a number holds exactly. */
function tableOf(rows: readonly (readonly unknown[])[]): Table {
  return rows.map((row) =>
    row.map((value) => {
      if (typeof value === 'bigint') return Number(value);
      return typeof value === 'number' || typeof value === 'string' ? value : null;
    }),
  );
}
