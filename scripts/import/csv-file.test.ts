import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { csvFile } from './csv-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'layerkick-csv-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function rowsOf(name: string, content: string | Buffer) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return read(path);
}

async function read(path: string) {
  const rows = [];
  for await (const { line, cells } of csvFile(path)) rows.push({ line, cells });
  return rows;
}

test('a byte-order mark, quotes, commas and empty lines are not content', async () => {
  expect(await rowsOf('plain.csv', '\uFEFFa,b\r\n\r\n"PAPER CRAFT , LITTLE BIRDIE", 1 \r\n')).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 3, cells: ['PAPER CRAFT , LITTLE BIRDIE', '1'] },
  ]);
});

test('gzip is unpacked on the way', async () => {
  expect(await rowsOf('packed.csv.gz', gzipSync('a\n1\n'))).toHaveLength(2);
});

test.each([
  [
    'a file that is cut off',
    'cut.csv.gz',
    gzipSync('a\n1\n'.repeat(1000)).subarray(0, 30),
    'not a whole gzip file',
  ],
  ['a file that only says it is gzip', 'text.csv.gz', 'a\n1\n', 'not a whole gzip file'],
  ['a quote that never closes', 'quote.csv', 'a\n"1\n', 'Quote'],
])('%s is one clear line', async (_, name, content, message) => {
  await expect(rowsOf(name, content)).rejects.toMatchObject({
    code: 'command_failed',
    message: expect.stringContaining(message),
  });
});

test('a missing file is named', async () => {
  await expect(read(join(folder, 'none.csv'))).rejects.toThrow(/There is no file .*none\.csv/);
});
