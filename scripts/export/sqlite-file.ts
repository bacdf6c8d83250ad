import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { ExportIncompleteError } from '../../packages/stats/src/archive/restore.ts';

/** Where a SQLite file says how long its pages are, and how many there are. */
const PAGE_BYTES_AT = 16;
const PAGES_AT = 28;

/** Writes a SQLite file as it comes. @throws {ExportIncompleteError} where it is shorter than it says */
export async function writeSqlite(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  await pipeline(pieces, createWriteStream(path));
  const file = await open(path);
  try {
    const head = Buffer.alloc(32);
    await file.read(head);
    const { size } = await file.stat();
    if (size === 0 || size !== head.readUInt16BE(PAGE_BYTES_AT) * head.readUInt32BE(PAGES_AT)) {
      throw new ExportIncompleteError('The export ends on the way');
    }
  } finally {
    await file.close();
  }
}
