import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { describe, expect, test } from 'vitest';

const FOLDER = join(import.meta.dirname, '../migrations');
const FILES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.sql'))
  .toSorted();
/** What was deployed first from here on; older ones have no data anywhere. */
const FIRST_LANDED = '0010_store_shards.sql';

/** Values that a column takes and a text or a number in general is not, by table and column. */
const VALUES: Readonly<Record<string, readonly SQLInputValue[]>> = {
  'health_watch.state': ['up', 'down'],
  'health_change.state': ['up', 'down'],
  'store.domains': ['["shop.example.com"]', '[]'],
  'store.shard_plan': ['[]', '[{"from":1800000000000,"shards":2}]'],
  'organization.domains': ['[{"domain":"acme.com","state":"verified"}]', '[]'],
  'api_key.scopes': ['["stats:read"]', '[]'],
};

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
}
type Row = Readonly<Record<string, SQLInputValue>>;

function applied(db: DatabaseSync, files: readonly string[]): DatabaseSync {
  for (const file of files) db.exec(readFileSync(join(FOLDER, file), 'utf8'));
  return db;
}

function tablesOf(db: DatabaseSync): string[] {
  const rows = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).all();
  return rows.map(({ name }) => String(name));
}

function columnsOf(db: DatabaseSync, table: string): Column[] {
  return db
    .prepare(`SELECT name, type, "notnull", pk FROM pragma_table_info(?)`)
    .all(table) as unknown as Column[];
}

function shapeOf(db: DatabaseSync) {
  return tablesOf(db).map((table) => [table, columnsOf(db, table)]);
}

/** A row with something in each column, another one for each `index`; every second one without what may be missing. */
function rowOf(table: string, columns: readonly Column[], index: number): Row {
  return Object.fromEntries(
    columns.map(({ name, type, notnull, pk }, place) => {
      const values = VALUES[`${table}.${name}`];
      const isMissing = index % 2 === 1 && notnull === 0 && pk === 0;
      const usual = type === 'TEXT' ? `${name}-${index}` : 1_700_000_000_000 + index * 100 + place;
      return [name, isMissing ? null : (values?.[index % values.length] ?? usual)];
    }),
  );
}

function insert(db: DatabaseSync, table: string, row: Row): void {
  const names = Object.keys(row);
  db.prepare(
    `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join()}) VALUES (${names.map(() => '?').join()})`,
  ).run(...Object.values(row));
}

function rowsOf(db: DatabaseSync, table: string, columns: readonly Column[]): Row[] {
  const names = columns.map(({ name }) => `"${name}"`).join();
  return db
    .prepare(`SELECT ${names} FROM ${table} ORDER BY ${names}`)
    .all()
    .map((row) => ({ ...row }));
}

/** Every version that was ever deployed, but for the newest. */
const LANDED = FILES.slice(FILES.indexOf(FIRST_LANDED), -1);

test('there is something to migrate from', () => {
  expect(LANDED[0]).toBe(FIRST_LANDED);
});

describe.each(LANDED)('a database as %s left it', (last) => {
  const done = FILES.slice(0, FILES.indexOf(last) + 1);
  const rest = FILES.slice(done.length);

  function filled() {
    const db = applied(new DatabaseSync(':memory:'), done);
    const tables = new Map(tablesOf(db).map((table) => [table, columnsOf(db, table)]));
    for (const [table, columns] of tables) {
      for (const index of [0, 1, 2]) insert(db, table, rowOf(table, columns, index));
    }
    return { db, tables };
  }

  test('keeps every value of every row', () => {
    const { db, tables } = filled();
    const before = new Map([...tables].map(([table, columns]) => [table, rowsOf(db, table, columns)]));
    expect([...before.values()].every((rows) => rows.length === 3)).toBe(true);
    applied(db, rest);
    for (const [table, columns] of tables) expect(rowsOf(db, table, columns)).toEqual(before.get(table));
  });

  test('goes on taking what the Worker of before writes', () => {
    const { db, tables } = filled();
    applied(db, rest);
    for (const [table, columns] of tables) {
      insert(db, table, rowOf(table, columns, 3));
      expect(rowsOf(db, table, columns)).toHaveLength(4);
    }
  });

  test('is in the end like one that was made anew', () => {
    const { db } = filled();
    applied(db, rest);
    const anew = applied(new DatabaseSync(':memory:'), FILES);
    expect(shapeOf(db)).toEqual(shapeOf(anew));
  });
});
