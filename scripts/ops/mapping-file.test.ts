import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { array, assert, asyncProperty, constantFrom, uniqueArray } from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { callsOf } from './access-files.ts';
import { mappingFormat, readMappings, writeMappings } from './mapping-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'mappings-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('either form says the same, and both can be read again', async () => {
  const stores = uniqueArray(constantFrom('fmdf', 'gifts', 'northwind'), { minLength: 1 });
  const anyUser = constantFrom('user_01A', 'user_01B', 'auth0|5f7c');
  await assert(
    asyncProperty(
      uniqueArray(anyUser),
      array(stores, { minLength: 3, maxLength: 3 }),
      async (users, owned) => {
        const mappings = users.map((user, index) => ({ user, stores: owned[index] ?? [] }));
        const wanted = mappings.flatMap(({ user, stores: of }) => of.map((store) => ({ user, store })));
        for (const format of ['csv', 'kv'] as const) {
          const path = file(`any.${format}`, writeMappings(mappings, format));
          const rows = await readMappings(path, format);
          expect(rows.map(({ user, store }) => ({ user, store }))).toEqual(wanted);
        }
      },
    ),
    { numRuns: 25 },
  );
});

test('a CSV file from a spreadsheet: other columns, another order, quotes, empty lines', async () => {
  const path = file('sheet.csv', '\uFEFFStore,Name,User\r\n"fmdf",Max,user_01A\r\n\r\ngifts,,user_01B\r\n');
  expect(await readMappings(path, 'csv')).toEqual([
    { line: 2, user: 'user_01A', store: 'fmdf' },
    { line: 4, user: 'user_01B', store: 'gifts' },
  ]);
});

test.each([
  ['csv', 'person,shop\nuser_01A,fmdf\n', 'has to name the columns user and store'],
  ['kv', '{"user-store:user_01A":["fmdf"]}', 'the file: Invalid input: expected array'],
  ['kv', '[{"key":"user-store:user_01A"}]', '0.value'],
  ['kv', 'not json', 'is not JSON'],
] as const)('a %s file that is something else is one line that says so', async (format, content, message) => {
  await expect(readMappings(file('other', content), format)).rejects.toThrow(message);
});

test('an entry of another key, or with another value, is a row that will be refused by its place', async () => {
  const path = file(
    'kv.json',
    '[{"key":"session:x","value":"[\\"fmdf\\"]"},{"key":"user-store:user_01A","value":"fmdf"}]',
  );
  expect(await readMappings(path, 'kv')).toEqual([
    { line: 1, user: '', store: 'fmdf' },
    { line: 2, user: 'user_01A', store: '' },
  ]);
});

test('the form is what the file is called, unless it is said', () => {
  expect([mappingFormat(undefined, 'a.csv'), mappingFormat(undefined, 'a.json')]).toEqual(['csv', 'kv']);
  expect(mappingFormat('kv', 'a.csv')).toBe('kv');
  expect(() => mappingFormat('xlsx', 'a.csv')).toThrow('--format is csv or kv, not xlsx.');
});

test('rows of one person are sent together, wherever they are in the file', () => {
  const rows = Array.from({ length: 1200 }, (_, index) => ({
    line: index + 2,
    user: `user_${index % 7}`,
    store: 'a',
  }));
  const calls = callsOf(rows);
  expect(calls.flat().toSorted((a, b) => a.line - b.line)).toEqual(rows);
  for (const user of new Set(rows.map((row) => row.user))) {
    expect(calls.filter((call) => call.some((row) => row.user === user))).toHaveLength(1);
  }
});
