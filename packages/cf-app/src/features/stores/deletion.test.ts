import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';

const MIGRATIONS = join(import.meta.dirname, '../../../migrations');
/** Where `slug` is a tenant's, or what was done stays: the log of who did it, and the deletion itself. */
const NOT_OF_A_STORE = ['organization_policy', 'organization_slug'];

test('whatever D1 keeps of a store is deleted with it', () => {
  const db = new DatabaseSync(':memory:');
  for (const name of readdirSync(MIGRATIONS).toSorted())
    db.exec(readFileSync(join(MIGRATIONS, name), 'utf8'));
  const tables = db
    .prepare(
      `SELECT t.name FROM sqlite_schema t WHERE t.type = 'table' AND EXISTS (
         SELECT 1 FROM pragma_table_info(t.name) c WHERE c.name IN ('slug', 'store')
       ) ORDER BY t.name`,
    )
    .all()
    .map(({ name }) => String(name))
    .filter((name) => !NOT_OF_A_STORE.includes(name));
  expect(tables.length).toBeGreaterThan(6);
  const deletion = readFileSync(join(import.meta.dirname, 'deletion.server.ts'), 'utf8');
  const isDeleted = (table: string) =>
    deletion.includes(`DELETE FROM ${table} `) || deletion.includes(`'${table}'`);
  expect(tables.filter((table) => !isDeleted(table))).toEqual([]);
});
