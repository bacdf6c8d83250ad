import { expect, test } from 'vitest';
import { nextPart } from './archive/parts.ts';
import { migrate } from './schema.ts';
import { readStore } from './store-row.ts';
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

test('version 3 keeps what its log holds until that is archived', () => {
  const db = new NodeDatabase();
  migrate(db, 3);
  db.run(
    `INSERT INTO store (slug, time_zone, currency, folded_through) VALUES ('fmdf', 'Europe/Berlin', 'EUR', 7)`,
  );
  db.run(`INSERT INTO log VALUES (7, 'a', ${Date.parse('2026-11-20T12:00:00Z')}, '{}', '{"events":[]}')`);
  migrate(db);
  expect(readStore(db)).toMatchObject({ foldedThrough: 7, prunedThrough: 0, repostedThrough: null });
  expect(nextPart(db, 'log', Date.parse('2026-11-21T12:00:00Z'))).toMatchObject({
    part: { first: 7, last: 7, day: '2026-11-20' },
  });
});
