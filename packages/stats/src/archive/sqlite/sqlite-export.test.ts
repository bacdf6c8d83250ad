import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { arbitraryHistory } from '../../../oracle/arbitrary-history.ts';
import { batchOf } from '../../testing/batch.ts';
import { collect } from '../../testing/collect.ts';
import { MeasuredStore } from '../../testing/measured-store.ts';
import { MemoryArchive } from '../../testing/memory-archive.ts';
import { NodeDatabase } from '../../testing/node-database.ts';
import { batches, ENTRIES } from '../../testing/small-history.ts';
import { exportStore } from '../export.ts';
import { ExportIncompleteError } from '../restore.ts';
import { layOut, sqliteFile } from './sqlite-export.ts';

const scratch = mkdtempSync(join(tmpdir(), 'sqlite-export-'));
afterAll(() => rmSync(scratch, { recursive: true }));
let files = 0;

async function linesOf(store: MeasuredStore): Promise<string[]> {
  store.fold();
  const pieces = await collect(exportStore(store.engine, new MemoryArchive(), store.settings));
  return pieces.join('').trimEnd().split('\n');
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

/** What SQLite itself makes of the file. */
async function opened(lines: readonly string[], again = lines): Promise<NodeDatabase> {
  const layout = await layOut(each(lines));
  const bytes = Buffer.concat(await collect(sqliteFile(layout, each(again))));
  expect(bytes.length).toBe(layout.bytes);
  const path = join(scratch, `${(files += 1)}.sqlite`);
  writeFileSync(path, bytes);
  const db = new NodeDatabase(path);
  expect(db.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  return db;
}

const count = (db: NodeDatabase, table: string) =>
  db.all<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`)[0]?.rows;

function smallStore(): MeasuredStore {
  const store = new MeasuredStore();
  store.append(...batches());
  store.record(...ENTRIES);
  return store;
}

test('events, items and orders are rows that can be asked', async () => {
  const store = smallStore();
  const db = await opened(await linesOf(store));
  expect(db.all('SELECT * FROM store')).toEqual([
    { slug: store.settings.slug, time_zone: store.settings.timeZone, currency: store.settings.currency },
  ]);
  expect(count(db, 'event')).toBe(17);
  expect(count(db, 'ledger')).toBe(6);
  const [sale] = db.all(`SELECT * FROM ledger WHERE kind = 'sale' ORDER BY seq`);
  expect(sale).toMatchObject({
    order_id: expect.any(String),
    gross: expect.any(Number),
    recorded: store.now,
  });
  // The event that told of an order is there under the id that the ledger names.
  const told = `SELECT count(*) AS rows FROM ledger JOIN event ON event.id = ledger.event`;
  const named = `SELECT count(*) AS rows FROM ledger WHERE event IS NOT NULL`;
  expect(db.all(told)).toEqual(db.all(named));
  db.close();
});

test('any history is a file that SQLite finds nothing wrong with, and nothing of it is missing', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryHistory, async (history) => {
      const store = new MeasuredStore(history.store);
      store.append(...history.batches);
      for (const entry of history.entries) store.record(entry);
      const lines = await linesOf(store);
      const db = await opened(lines);
      const told = lines.map((line) => JSON.parse(line));
      const events = told.flatMap(({ content }) => content?.events ?? []);
      const entries = told.filter(({ type }) => type === 'entry').map(({ entry }) => entry);
      expect(db.all('SELECT name, url FROM event ORDER BY id')).toEqual(
        events.map(({ name, url }) => ({ name, url })),
      );
      expect(db.all('SELECT id, order_id, at, gross, currency FROM ledger ORDER BY seq')).toEqual(
        entries.map(({ id, order, at, gross, currency }) => ({ id, order_id: order, at, gross, currency })),
      );
      expect(count(db, 'ledger_line')).toBe(entries.flatMap(({ lines: of }) => of).length);
      db.close();
    }),
    { numRuns: 20 },
  );
});

function lineOf(seq: number, length: number): string {
  return JSON.stringify({
    type: 'batch',
    seq,
    batch: `batch-${seq}`,
    received: 1,
    receipt: { accepted: 1, rejected: [] },
    content: {
      events: [{ name: 'page_view', at: -seq, url: 'u', visitor: 'v', props: { long: 'é'.repeat(length) } }],
      place: { country: 'DE', region: '', city: '' },
      client: { device: '', browser: '', system: '' },
      bot: null,
    },
  });
}

test('rows of every length, and more of them than one page leads to', { timeout: 60_000 }, async () => {
  // Around what fits into a page, and into a page and one more; then many, some of another shard.
  const lengths = [...Array.from({ length: 4200 }, (_, index) => index * 2), 100_000];
  const seqs = lengths.map((_, index) => (index < 4000 ? index + 1 : 3 * 2 ** 40 + index));
  const store = JSON.stringify({ type: 'store', version: 1, slug: 'long', timeZone: 'UTC', currency: 'EUR' });
  const end = JSON.stringify({ type: 'end', batches: lengths.length, entries: 0 });
  const db = await opened([store, ...lengths.map((length, index) => lineOf(seqs[index] ?? 0, length)), end]);
  const rows = db.all<{ seq: number; id: number; long: number }>(
    `SELECT -at AS seq, id, length(props ->> 'long') AS long FROM event ORDER BY id`,
  );
  expect(rows.map(({ seq }) => seq)).toEqual(seqs);
  expect(rows.map(({ id }) => id)).toEqual(seqs.map((seq) => seq * 64));
  expect(rows.map(({ long }) => long)).toEqual(lengths);
  // One of them, by its number, goes down the whole tree.
  expect(db.all(`SELECT -at AS seq FROM event WHERE id = ?`, 3999 * 64)).toEqual([{ seq: 3999 }]);
  db.close();
});

test('what comes between the two readings is left out', async () => {
  const store = smallStore();
  const lines = await linesOf(store);
  store.append(batchOf({ at: '2026-11-20T12:00:00Z', events: [{ name: 'purchase', value: 1 }] }));
  const more = await linesOf(store);
  expect(more.length).toBeGreaterThan(lines.length);
  const db = await opened(lines, more);
  expect(count(db, 'event')).toBe(17);
  db.close();
});

test.each([
  ['ends on the way', (lines: string[]) => lines.slice(0, -1)],
  ['is another one the second time', (lines: string[]) => lines.toSpliced(3, 1)],
])('an export that %s is an error rather than a file', async (_, spoil) => {
  const lines = await linesOf(smallStore());
  const layout = await layOut(each(lines));
  await expect(collect(sqliteFile(layout, each(spoil(lines))))).rejects.toThrow(ExportIncompleteError);
});
