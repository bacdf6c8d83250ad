import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportStore } from '../../packages/stats/src/archive/export.ts';
import { allAnswers } from '../../packages/stats/src/testing/all-answers.ts';
import { collect } from '../../packages/stats/src/testing/collect.ts';
import { MeasuredStore } from '../../packages/stats/src/testing/measured-store.ts';
import { MemoryArchive } from '../../packages/stats/src/testing/memory-archive.ts';
import { NodeDatabase } from '../../packages/stats/src/testing/node-database.ts';
import { batches, ENTRIES } from '../../packages/stats/src/testing/small-history.ts';
import { writeNdjson } from './ndjson-file.ts';
import { writeSqlite } from './sqlite-file.ts';

let folder: string;
let store: MeasuredStore;
let lines: string[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'export-'));
  store = new MeasuredStore();
  store.append(...batches());
  store.record(...ENTRIES);
  store.fold();
  const pieces = await collect(exportStore(store.engine, new MemoryArchive(), store.settings));
  lines = pieces.join('').trimEnd().split('\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function* each(some: readonly string[]): AsyncGenerator<string> {
  yield* some;
}

test('a SQLite file answers everything as the store does', async () => {
  const path = join(folder, 'store.sqlite');
  expect(await writeSqlite(path, each(lines))).toMatchObject({ batches: 6, entries: 6 });
  const db = new NodeDatabase(path);
  expect(allAnswers(new MeasuredStore(store.settings, undefined, db))).toEqual(allAnswers(store));
  db.close();
});

test('an NDJSON file holds every line', async () => {
  const path = join(folder, 'store.ndjson');
  expect(await writeNdjson(path, each(lines))).toMatchObject({ batches: 6, entries: 6 });
  expect(readFileSync(path, 'utf8')).toBe(lines.map((line) => `${line}\n`).join(''));
});

test.each([
  ['its end', -1],
  ['a batch', 3],
])('an export without %s is not taken for one', async (_, at) => {
  const spoilt = lines.toSpliced(at, 1);
  await expect(writeSqlite(join(folder, 'a'), each(spoilt))).rejects.toThrow('The export');
  await expect(writeNdjson(join(folder, 'b'), each(spoilt))).rejects.toThrow('The export');
});
