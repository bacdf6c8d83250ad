import { leafCell, PAGE_BYTES, TreePage } from './page.ts';
import { record } from './record.ts';

export interface TableDefinition {
  readonly name: string;
  /** As `CREATE TABLE` has them. */
  readonly columns: string;
}

const HEAD_BYTES = 100;
/** Of the SQLite whose file format this is; anything newer reads it. */
const SQLITE_VERSION = 3_045_000;

/**
 * The first page: the file's head and what tables there are. https://sqlite.org/fileformat2.html#the_database_header
 *
 * @param pages of the whole file
 * @param roots of the tables, in their order
 */
export function firstPage(
  tables: readonly TableDefinition[],
  roots: readonly number[],
  pages: number,
): Uint8Array {
  const leaf = TreePage.leaf(HEAD_BYTES);
  for (const [index, { name, columns }] of tables.entries()) {
    const row = record(['table', name, name, roots[index] ?? 0, `CREATE TABLE ${name} (${columns})`]);
    const hasRoom = leaf.add(leafCell(index + 1, row, noRoom));
    if (!hasRoom) noRoom();
  }
  const bytes = leaf.bytes();
  bytes.set(new TextEncoder().encode('SQLite format 3\0'));
  const view = new DataView(bytes.buffer);
  view.setUint16(16, PAGE_BYTES);
  // Written and read with a rollback journal; no bytes at the end of a page are reserved.
  bytes.set([1, 1, 0, 64, 32, 32], 18);
  view.setUint32(24, 1); // how often it was changed
  view.setUint32(28, pages);
  view.setUint32(40, 1); // how often its tables were
  view.setUint32(44, 4); // the format of the schema
  view.setUint32(56, 1); // UTF-8
  view.setUint32(92, 1); // the change that the number of pages is of
  view.setUint32(96, SQLITE_VERSION);
  return bytes;
}

function noRoom(): never {
  throw new Error('The definitions of the tables are longer than a page');
}
