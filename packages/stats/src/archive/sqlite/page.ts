import { concat } from './bytes.ts';
import { varint } from './record.ts';

/** Of the whole file. */
export const PAGE_BYTES = 4096;

const LEAF = { type: 13, headBytes: 8 };
const INTERIOR = { type: 5, headBytes: 12 };
const POINTER_BYTES = 2;
/** What a cell keeps of a row; the rest goes to pages of its own. https://sqlite.org/fileformat2.html#cell_payload */
const MOST_LOCAL = PAGE_BYTES - 35;
const LEAST_LOCAL = Math.floor(((PAGE_BYTES - 12) * 32) / 255) - 23;
const OVERFLOW_BYTES = PAGE_BYTES - 4;

/** Takes a page and says its number, from 1. */
export type Emit = (page: Uint8Array) => number;

/** One page of a table's tree, with the cells that are put into it. */
export class TreePage {
  readonly #bytes = new Uint8Array(PAGE_BYTES);
  readonly #view = new DataView(this.#bytes.buffer);
  readonly #kind: typeof LEAF;
  /** Where the page's own head begins: the first page of a file has the file's before it. */
  readonly #start: number;
  #cells = 0;
  #free = PAGE_BYTES;

  private constructor(kind: typeof LEAF, start: number) {
    this.#kind = kind;
    this.#start = start;
  }

  static leaf(start = 0): TreePage {
    return new TreePage(LEAF, start);
  }

  /** @param last the page with all that comes after its cells */
  static interior(last: number): TreePage {
    const page = new TreePage(INTERIOR, 0);
    page.#view.setUint32(8, last);
    return page;
  }

  get isEmpty(): boolean {
    return this.#cells === 0;
  }

  /** Whether there was room for it. */
  add(cell: Uint8Array): boolean {
    const pointer = this.#start + this.#kind.headBytes + this.#cells * POINTER_BYTES;
    if (this.#free - cell.length < pointer + POINTER_BYTES) return false;
    this.#free -= cell.length;
    this.#bytes.set(cell, this.#free);
    this.#view.setUint16(pointer, this.#free);
    this.#cells += 1;
    return true;
  }

  bytes(): Uint8Array {
    this.#view.setUint8(this.#start, this.#kind.type);
    this.#view.setUint16(this.#start + 3, this.#cells);
    this.#view.setUint16(this.#start + 5, this.#free);
    return this.#bytes;
  }
}

/** A row in its leaf. What is too long goes to pages of its own, which are emitted here. */
export function leafCell(rowid: number, row: Uint8Array, emit: Emit): Uint8Array {
  const head = [varint(row.length), varint(rowid)];
  if (row.length <= MOST_LOCAL) return concat([...head, row]);
  const some = LEAST_LOCAL + ((row.length - LEAST_LOCAL) % OVERFLOW_BYTES);
  const local = some <= MOST_LOCAL ? some : LEAST_LOCAL;
  return concat([...head, row.subarray(0, local), number32(overflow(row.subarray(local), emit))]);
}

/** Where everything up to `rowid` is. */
export function interiorCell(page: number, rowid: number): Uint8Array {
  return concat([number32(page), varint(rowid)]);
}

/** Pages that follow each other; each names the next one. Returns the first one. */
function overflow(rest: Uint8Array, emit: Emit): number {
  let next = 0;
  // From the end, since a page has to know its successor's number.
  for (let at = Math.floor((rest.length - 1) / OVERFLOW_BYTES); at >= 0; at -= 1) {
    const page = new Uint8Array(PAGE_BYTES);
    page.set(number32(next));
    page.set(rest.subarray(at * OVERFLOW_BYTES, (at + 1) * OVERFLOW_BYTES), 4);
    next = emit(page);
  }
  return next;
}

function number32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}
