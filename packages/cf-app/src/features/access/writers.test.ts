import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SOURCE = join(import.meta.dirname, '../..');

/** What changes who may see, do or send something: a row of these tables, or a mapping in KV. */
const WRITES_ROWS =
  /(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM)\s+(?:store|organization_store|organization_policy|tenant_visit|api_key|store_source|share_link)\b|revokeSessionStatement\(/;

function writesAccess(text: string): boolean {
  return WRITES_ROWS.test(text) || (text.includes('userStoreKey(') && /\.(?:put|delete)\(/.test(text));
}

test('whatever writes access records it in the audit log', () => {
  const sources = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\/testing\//.test(path),
  );
  const writers = sources
    .map((path) => ({ path, text: readFileSync(join(SOURCE, path), 'utf8') }))
    .filter(({ text }) => writesAccess(text));
  expect(writers.length).toBeGreaterThan(5);
  expect(writers.filter(({ text }) => !text.includes('auditStatement(')).map(({ path }) => path)).toEqual([]);
});
