import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportStore } from '../../packages/stats/src/archive/export.ts';
import { layOut, sqliteFile } from '../../packages/stats/src/archive/sqlite/sqlite-export.ts';
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
  const told = await collect(exportStore(store.engine, new MemoryArchive(), store.settings));
  lines = told.join('').trimEnd().split('\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function* each(some: readonly string[]): AsyncGenerator<string> {
  yield* some;
}
async function* pieces(some: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* some;
}

async function sqlite(): Promise<Uint8Array[]> {
  return collect(sqliteFile(await layOut(each(lines)), each(lines)));
}

test('a SQLite file holds every event and every entry', async () => {
  const path = join(folder, 'store.sqlite');
  await writeSqlite(path, pieces(await sqlite()));
  const db = new NodeDatabase(path);
  expect(
    db.all('SELECT (SELECT count(*) FROM event) AS events, (SELECT count(*) FROM ledger) AS entries'),
  ).toEqual([{ events: 17, entries: 6 }]);
  db.close();
});

test.each([
  ['a piece', 1],
  ['all', 9],
])('a SQLite file without %s is not taken for one', async (_, missing) => {
  const spoilt = (await sqlite()).slice(0, -missing);
  await expect(writeSqlite(join(folder, 'a'), pieces(spoilt))).rejects.toThrow('The export');
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
  await expect(writeNdjson(join(folder, 'b'), each(spoilt))).rejects.toThrow('The export');
});
