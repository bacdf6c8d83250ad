import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MeasuredStore } from '@layerkick/stats/testing/measured-store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDuckdb } from './engines/duckdb.ts';
import type { Engine } from './engines/engine.ts';
import { queryOf } from './engines/layerkick.ts';
import { openSqlite } from './engines/sqlite.ts';
import { batchesOf } from './history/batches.ts';
import { history } from './history/history.ts';
import { STORE } from './history/shop.ts';
import { compareAnswers } from './query-bench.ts';
import { QUESTIONS } from './questions/questions.ts';
import { NOW, SELECTIONS } from './questions/selection.ts';

const EVENTS = 12_000;
const folder = mkdtempSync(join(tmpdir(), 'layerkick-bench-test-'));
let duckdb: Engine;
const sqlite = openSqlite(join(folder, 'sqlite.db'));
const ours = ourEngine();

beforeAll(async () => {
  duckdb = await openDuckdb(join(folder, 'duckdb.db'));
  for (const engine of [ours, duckdb, sqlite]) await engine.load(EVENTS, () => {});
});

afterAll(async () => {
  for (const engine of [duckdb, sqlite]) await engine.close();
  rmSync(folder, { recursive: true });
});

test('ours, DuckDB and SQLite give the same answers to every question', async () => {
  await compareAnswers([ours, duckdb, sqlite]);
});

test.each(SELECTIONS)('every question has something to answer about: $id', async (selection) => {
  for (const question of QUESTIONS) {
    const { table } = await sqlite.ask(question, selection, 1);
    expect(table.flat().some((value) => typeof value === 'number' && value > 0)).toBe(true);
  }
});

test('one event more in one of them is found, and said where', async () => {
  const other = openSqlite(join(folder, 'other.db'));
  await other.load(EVENTS + 90, () => {});
  await expect(compareAnswers([ours, other])).rejects.toThrow(
    'layerkick and sqlite differ about cards, all: row 1',
  );
  await other.close();
});

/** The product's parts over SQLite in memory: what runs in workerd otherwise. */
function ourEngine(): Engine {
  const store = new MeasuredStore(STORE, new Date(NOW).toISOString());
  return {
    name: 'layerkick',
    load: async (events) => {
      for (const visit of history(events)) store.append(...batchesOf(visit, 50));
    },
    ask: async (question, selection) => {
      const answer = store.ask(queryOf(question, selection));
      return { table: question.tableOf(answer), times: [], read: null };
    },
    restart: async () => {},
    bytes: async () => 0,
    close: async () => {},
  };
}
