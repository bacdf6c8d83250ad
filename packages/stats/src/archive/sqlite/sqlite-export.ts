import { shardOfPlace } from '../../shards/shard.ts';
import { parseLine } from '../lines.ts';
import { ExportIncompleteError } from '../restore.ts';
import { concat } from './bytes.ts';
import { EXPORT_TABLES, type ExportTable, rowsOf } from './export-tables.ts';
import { firstPage } from './first-page.ts';
import { PAGE_BYTES } from './page.ts';
import { TableTree } from './table-tree.ts';

/** Enough for a stream not to be busy with itself. */
const PIECE_PAGES = 64;

/** Where everything will be in the file, and up to where the history goes that it is made of. */
export interface Layout {
  readonly bytes: number;
  readonly pages: number;
  readonly roots: readonly number[];
  /** The last batch of each shard. */
  readonly through: ReadonlyMap<number, number>;
  /** The last entry of the ledger. */
  readonly entries: number;
  /** Of the export, without its end. */
  readonly lines: number;
}

/**
 * Where everything of an export's lines will be in a SQLite file. The first page of one says where its tables begin, which is
 * known at the end: so an export is read twice rather than kept anywhere.
 *
 * @throws {ExportIncompleteError}
 */
export async function layOut(lines: AsyncIterable<string>): Promise<Layout> {
  const through = new Map<number, number>();
  let entries = 0;
  let count = 0;
  const file = new Pages();
  for await (const text of ofWhole(lines)) {
    const line = parseLine(text);
    if (line.type === 'end') continue;
    count += 1;
    if (line.type === 'batch') through.set(shardOfPlace(line.seq), line.seq);
    if (line.type === 'entry') entries = line.seq;
    for (const row of rowsOf(line)) file.add(...row);
    file.take();
  }
  const roots = file.end();
  return { bytes: file.count * PAGE_BYTES, pages: file.count, roots, through, entries, lines: count };
}

/**
 * The SQLite file itself, in pieces. What the store was told after the layout was made is left out.
 *
 * @param lines the same export once more
 * @throws {ExportIncompleteError} where it is not the same
 */
export async function* sqliteFile(
  { roots, pages, bytes, through, entries, lines: expected }: Layout,
  lines: AsyncIterable<string>,
): AsyncGenerator<Uint8Array> {
  let count = 0;
  const file = new Pages();
  yield firstPage(EXPORT_TABLES, roots, pages);
  for await (const text of ofWhole(lines)) {
    const line = parseLine(text);
    if (line.type === 'end') continue;
    if (line.type === 'batch' && line.seq > (through.get(shardOfPlace(line.seq)) ?? 0)) continue;
    if (line.type === 'entry' && line.seq > entries) continue;
    count += 1;
    for (const row of rowsOf(line)) file.add(...row);
    if (file.waiting >= PIECE_PAGES) yield file.take();
  }
  const ended = file.end();
  if (count !== expected || file.count !== pages || ended.join() !== roots.join()) {
    throw new ExportIncompleteError(`The file would not have its ${bytes} bytes`);
  }
  yield file.take();
}

/** The pages after the first one, as the trees of all tables fill them. */
class Pages {
  /** With the first page. */
  count = 1;
  #pages: Uint8Array[] = [];
  readonly #trees: ReadonlyMap<ExportTable, TableTree>;

  constructor() {
    const emit = (page: Uint8Array) => {
      this.#pages.push(page);
      return (this.count += 1);
    };
    this.#trees = new Map(EXPORT_TABLES.map(({ name }) => [name, new TableTree(emit)]));
  }

  get waiting(): number {
    return this.#pages.length;
  }

  add(table: ExportTable, ...[values, rowid]: Parameters<TableTree['add']>): void {
    this.#trees.get(table)?.add(values, rowid);
  }

  /** What was filled since the last time. */
  take(): Uint8Array {
    const piece = concat(this.#pages);
    this.#pages = [];
    return piece;
  }

  /** Ends all tables; where each of them begins. */
  end(): number[] {
    return [...this.#trees.values()].map((tree) => tree.end());
  }
}

/** @throws {ExportIncompleteError} where the lines have no end */
async function* ofWhole(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let last = '';
  for await (const line of lines) yield (last = line);
  if (!last.startsWith('{"type":"end"')) throw new ExportIncompleteError('The export ends on the way');
}
