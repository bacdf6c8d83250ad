import { describe, expect, test } from 'vitest';
import { nextPart } from './archive/parts.ts';
import { continueRebuild } from './archive/rebuild.ts';
import { ledgerEntry } from './orders/ledger-entry.ts';
import type { StatsQuery } from './query.ts';
import { migrate } from './schema.ts';
import { readStatus } from './status.ts';
import { batchOf } from './testing/batch.ts';
import { MeasuredStore } from './testing/measured-store.ts';
import { MemoryArchive } from './testing/memory-archive.ts';
import { NodeDatabase } from './testing/node-database.ts';

test('a database that is up to date stays as it is', () => {
  const db = new NodeDatabase();
  migrate(db);
  const tables = () => db.all('SELECT name, sql FROM sqlite_master ORDER BY name');
  const before = tables();
  migrate(db);
  expect(tables()).toEqual(before);
});

test('version 1 learns which events of its sessions were interactions', () => {
  const db = new NodeDatabase();
  migrate(db, 1);
  const columns = db.all<{ name: string; type: string }>(
    `SELECT name, type FROM pragma_table_info('session')`,
  );
  for (const id of [1, 2]) {
    const values = columns.map(({ name, type }) => (name === 'id' ? id : type === 'TEXT' ? '' : 1));
    db.run(`INSERT INTO session VALUES (${columns.map(() => '?').join()})`, ...values);
  }
  const events = [
    [1, 'page_view'],
    [1, 'view_item'],
    [2, 'page_view'],
    [2, 'add_to_cart'],
    [2, 'purchase'],
  ] as const;
  for (const [id, [session, name]] of events.entries()) {
    db.run(
      `INSERT INTO event VALUES (?, ?, 0, '2026-11-20', 0, ?, '/', 'visitor', NULL, '')`,
      id,
      session,
      name,
    );
  }
  migrate(db, 2);
  expect(db.all('SELECT id, interactions FROM session')).toEqual([
    { id: 1, interactions: 0 },
    { id: 2, interactions: 2 },
  ]);
});

test('version 6 learns whose its orders are', () => {
  const db = new NodeDatabase();
  migrate(db, 6);
  const entries = [
    { id: 'a', kind: 'refund', order: '1', customer: 'ben' },
    { id: 'b', kind: 'sale', order: '1', customer: 'ann' },
    { id: 'c', kind: 'sale', order: '2', customer: '' },
    { id: 'd', kind: 'adjustment', order: '3' },
  ];
  for (const [index, entry] of entries.entries()) {
    db.run(
      `INSERT INTO ledger (seq, id, order_id, recorded, bot, entry) VALUES (?, ?, ?, 0, '', ?)`,
      index + 1,
      entry.id,
      entry.order,
      JSON.stringify(entry),
    );
    db.run(
      `INSERT INTO posting VALUES (?, ?, 0, 0, '2026-11-20', 0, NULL, NULL, '', 'EUR', 0, 0, 0, 0, 0, 0, 0)`,
      index + 1,
      entry.order,
    );
  }
  migrate(db, 7);
  expect(db.all('SELECT customer FROM posting ORDER BY entry').map(({ customer }) => customer)).toEqual([
    'ann',
    'ann',
    null,
    null,
  ]);
});

/** Version in which the log became chunks, and that in which the ledger did. */
const CHUNKS = 9;
const COLUMNS = 12;
const AT = Date.parse('2026-11-20T12:00:00Z');

/** A store of that version: seven batches of one page view each, five of them counted, two archived; and an order. */
function storeOf(version: number): MeasuredStore {
  const db = new NodeDatabase();
  migrate(db, Math.min(version, CHUNKS - 1));
  db.run(
    `INSERT INTO store (slug, time_zone, currency, folded_through) VALUES ('fmdf', 'Europe/Berlin', 'EUR', 5)`,
  );
  for (let seq = 1; seq <= 7; seq += 1) {
    const events = [
      { name: 'page_view', at: AT + seq, url: `https://shop.example/${seq}`, visitor: 'AAAAAAAAAAA' },
    ];
    const { place, client, bot } = batchOf({ at: '2026-11-20T12:00:00Z' });
    db.run(
      `INSERT INTO log VALUES (?, ?, ?, '{"accepted":1,"rejected":[]}', ?)`,
      seq,
      `batch ${seq}`,
      AT + seq,
      JSON.stringify({ events, place, client, bot }),
    );
  }
  const entry = ledgerEntry.parse({
    id: 'sale',
    kind: 'sale',
    order: '1001',
    at: AT,
    currency: 'EUR',
    gross: 1200,
    source: 'server',
  });
  db.run(
    `INSERT INTO ledger (id, order_id, recorded, bot, entry) VALUES ('sale', '1001', ?, '', ?)`,
    AT,
    JSON.stringify(entry),
  );
  // The archive came with version 4.
  if (version >= 4) {
    db.run(`INSERT INTO archive_part VALUES ('log', 1, 2, '2026-11-20', 1, 0)`);
  }
  migrate(db, version);
  return new MeasuredStore({}, '2026-11-21T12:00:00Z', db);
}

describe.each(Array.from({ length: COLUMNS - 1 }, (_, index) => index + 1))(
  'a store of version %i',
  (version) => {
    test('works everything out anew', async () => {
      const store = storeOf(version);
      const question: StatsQuery = { metrics: ['page_views', 'orders', 'net_sales'], range: 'all' };
      const { warnings } = store.ask(question);
      expect(warnings.map(({ code }) => code)).toEqual(['rebuilding']);
      while (await continueRebuild(store.engine, new MemoryArchive(), store.now));
      expect(store.ask(question)).toMatchObject({
        totals: { page_views: 7, orders: 1, net_sales: 1200 },
        warnings: [],
      });
      expect(readStatus(store.engine, 0)).toMatchObject({ events: 7, orders: 1, pendingBatches: 0 });
    });

    test('knows what it is sent again and archives the rest', () => {
      const store = storeOf(version);
      store.append({ ...batchOf({ at: '2026-11-20T12:00:00Z' }), batch: 'batch 3' });
      expect(store.engine.log.lastSeq).toBe(7);
      store.fold();
      const archived = version >= 4 ? 2 : 0;
      expect(nextPart(store.engine, 'log', store.now)).toMatchObject({
        part: { first: archived + 1, last: 7, day: '2026-11-20' },
      });
    });
  },
);
