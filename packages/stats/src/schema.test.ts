import { expect, test } from 'vitest';
import { nextPart } from './archive/parts.ts';
import { migrate } from './schema.ts';
import { readStatus } from './status.ts';
import { batchOf } from './testing/batch.ts';
import { MeasuredStore } from './testing/measured-store.ts';
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
  migrate(db);
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
  migrate(db);
  expect(db.all('SELECT customer FROM posting ORDER BY entry').map(({ customer }) => customer)).toEqual([
    'ann',
    'ann',
    null,
    null,
  ]);
});

/** A store of version 8 with a batch of one page view each, `folded` of them counted and two archived. */
function storeOfVersion8(folded: number, batches: number): MeasuredStore {
  const db = new NodeDatabase();
  migrate(db, 8);
  db.run(
    `INSERT INTO store (slug, time_zone, currency, folded_through) VALUES ('fmdf', 'Europe/Berlin', 'EUR', ?)`,
    folded,
  );
  for (let seq = 1; seq <= batches; seq += 1) {
    const at = Date.parse('2026-11-20T12:00:00Z') + seq;
    const events = [{ name: 'page_view', at, url: `https://shop.example/${seq}`, visitor: 'AAAAAAAAAAA' }];
    db.run(
      `INSERT INTO log VALUES (?, ?, ?, '{"accepted":1,"rejected":[]}', ?)`,
      seq,
      `batch ${seq}`,
      at,
      JSON.stringify({ ...batchOf({ at: '2026-11-20T12:00:00Z' }), visitor: undefined, events }),
    );
  }
  db.run(
    `INSERT INTO archive_part (kind, first, last, day, bytes, written_at) VALUES ('log', 1, 2, '2026-11-20', 1, 0)`,
  );
  return new MeasuredStore({}, '2026-11-21T12:00:00Z', db);
}

test('version 8 keeps what its log holds, counts what was not counted and knows what is sent again', () => {
  const store = storeOfVersion8(5, 7);
  const chunks = store.db.all('SELECT first, last FROM log_chunk');
  expect(chunks).toEqual([
    { first: 1, last: 2 },
    { first: 3, last: 5 },
  ]);
  expect(store.log.waiting).toBe(2);
  expect(readStatus(store.db, store.log, 0)).toMatchObject({ pendingBatches: 2 });
  store.append({ ...batchOf({ at: '2026-11-20T12:00:00Z' }), batch: 'batch 3' });
  expect(store.log.lastSeq).toBe(7);
  const { totals } = store.ask({ metrics: ['page_views'], range: 'all' });
  expect(totals).toEqual({ page_views: 2 });
  const due = Date.parse('2026-11-21T12:00:00Z');
  expect(nextPart(store.db, 'log', due)).toMatchObject({ part: { first: 3, last: 7, day: '2026-11-20' } });
});
