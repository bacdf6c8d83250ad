import { gunzipSync, gzipSync } from 'node:zlib';
import type { Database } from '../database.ts';
import { HashIndex, hashOf } from './hash-index.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import type { LedgerRow } from './post-order.ts';
import type { Versions } from './versions.ts';

/** An entry as the ledger has it. */
export interface StoredEntry extends LedgerRow {
  /** When it became known, epoch ms. */
  readonly recorded: number;
}

/** An entry as a line of NDJSON: as it is stored, archived and exported. */
export interface StoredLine {
  readonly seq: number;
  readonly text: string;
}

/** Characters of a chunk's lines: compresses well, and is little to rewrite for an order and to read for a refund. */
const CHUNK_CHARACTERS = 64_000;
/** What is said about an order mostly follows soon after its sale. */
const CHUNKS_IN_MEMORY = 8;

/** Lines that change no more. */
interface SealedChunk {
  /** Of each line's id and order. */
  readonly hashes: Uint32Array;
  readonly lines: readonly string[];
}

/** The lines after the sealed ones. */
interface Tail {
  readonly version: number;
  readonly entries: readonly StoredEntry[];
  readonly text: string;
}

const NO_TAIL: Tail = { version: 0, entries: [], text: '' };

/**
 * The order ledger: entries in the order they came, in chunks. New ones are added to the last chunk, which is sealed
 * (compressed) when it is full, so that an entry costs part of a row and some forty bytes. An entry is found by the
 * hashes of its id and of its order, which are held in memory.
 */
export class LedgerChunks {
  readonly #db: Database;
  readonly #versions: Versions;
  readonly #chunkCharacters: number;
  #index = new HashIndex();
  /** Version of the last sealed chunk in the index. */
  #indexed = 0;
  #tail = NO_TAIL;
  readonly #chunks = new Map<number, SealedChunk>();

  constructor(db: Database, versions: Versions, chunkCharacters = CHUNK_CHARACTERS) {
    this.#db = db;
    this.#versions = versions;
    this.#chunkCharacters = chunkCharacters;
  }

  /** `seq` of the newest entry; 0 where there is none. */
  lastSeq(): number {
    const [row] = this.#db.all<{ last: number }>('SELECT last FROM ledger_chunk ORDER BY first DESC LIMIT 1');
    return row?.last ?? 0;
  }

  /** Adds entries whose `seq` go on from `lastSeq()`. */
  append(added: readonly StoredEntry[]): void {
    if (added.length === 0) return;
    this.#refresh();
    let { text } = this.#tail;
    let entries = [...this.#tail.entries];
    for (const entry of added) {
      text += `${lineOf(entry)}\n`;
      entries.push(entry);
      if (text.length >= this.#chunkCharacters) {
        this.#seal(entries, text);
        text = '';
        entries = [];
      }
    }
    if (entries.length === 0) {
      this.#tail = NO_TAIL;
    } else {
      const version = this.#versions.next();
      this.#tail = { version, entries, text };
      this.#write(entries, version, null, text);
    }
  }

  /** All entries with one of these ids, or about one of these orders, in no order. */
  find(by: 'id' | 'order', wanted: ReadonlySet<string>): StoredEntry[] {
    this.#refresh();
    const hashes = new Set([...wanted].map(hashOf));
    const chunks = new Set([...hashes].flatMap((hash) => this.#index.places(hash)));
    const inTail = this.#tail.entries.filter(({ entry }) => wanted.has(entry[by]));
    if (chunks.size === 0) return inTail;
    const place = by === 'id' ? 0 : 1;
    const sealed = [...chunks].flatMap((first) => {
      const chunk = this.#chunk(first);
      return chunk.lines
        .filter((_, line) => hashes.has(chunk.hashes[2 * line + place] ?? 0))
        .map(readLine)
        .filter(({ entry }) => wanted.has(entry[by]));
    });
    return [...sealed, ...inTail];
  }

  /** Some entries with `first` ≤ seq ≤ `last`, from the first on: at least one where there are any. */
  lines(first: number, last: number): StoredLine[] {
    const [row] = this.#db.all<{ content: string | Uint8Array }>(
      'SELECT content FROM ledger_chunk WHERE last >= ? ORDER BY first LIMIT 1',
      first,
    );
    if (!row) return [];
    return linesIn(row.content)
      .map((text) => ({ seq: Number(/"seq":(\d+)/.exec(text)?.[1]), text }))
      .filter(({ seq }) => first <= seq && seq <= last);
  }

  /** Some entries after `seq`, from the next on: at least one where there are any. */
  entriesAfter(seq: number): StoredEntry[] {
    return this.lines(seq + 1, Number.MAX_SAFE_INTEGER).map(({ text }) => readLine(text));
  }

  /** What was said after `time`, epoch ms. */
  recordedSince(time: number): StoredEntry[] {
    const chunks = this.#db.all<{ first: number; last: number }>(
      'SELECT first, last FROM ledger_chunk WHERE recorded > ?',
      time,
    );
    return chunks
      .flatMap(({ first, last }) => this.lines(first, last).map(({ text }) => readLine(text)))
      .filter(({ recorded }) => recorded > time);
  }

  /** The orders that something was said about after `time`, epoch ms. */
  ordersSince(time: number): Set<string> {
    return new Set(this.recordedSince(time).map(({ entry }) => entry.order));
  }

  #seal(entries: readonly StoredEntry[], text: string): void {
    const version = this.#versions.next();
    const hashes = new Uint32Array(entries.flatMap(({ entry }) => [hashOf(entry.id), hashOf(entry.order)]));
    this.#write(entries, version, bytesOf(hashes), gzipSync(text));
    const first = entries[0]?.seq ?? 0;
    for (const hash of hashes) this.#index.add(hash, first);
    this.#indexed = version;
  }

  #write(
    entries: readonly StoredEntry[],
    version: number,
    hashes: Uint8Array | null,
    content: string | Uint8Array,
  ): void {
    this.#db.run(
      `INSERT OR REPLACE INTO ledger_chunk (first, last, recorded, version, hashes, content) VALUES (?, ?, ?, ?, ?, ?)`,
      entries[0]?.seq ?? 0,
      entries.at(-1)?.seq ?? 0,
      entries.reduce((latest, { recorded }) => Math.max(latest, recorded), 0),
      version,
      hashes,
      content,
    );
  }

  /** Brings what is in memory up to date: after a start, and after a transaction that was taken back. */
  #refresh(): void {
    const last = this.#db.all<{ first: number; version: number; sealed: number }>(
      'SELECT first, version, hashes IS NOT NULL AS sealed FROM ledger_chunk ORDER BY first DESC LIMIT 2',
    );
    const tail = last[0]?.sealed === 0 ? last.shift() : undefined;
    const indexed = last[0]?.version ?? 0;
    if (indexed !== this.#indexed) this.#readIndex(indexed);
    if (tail?.version === this.#tail.version) return;
    if (tail) this.#tail = this.#readTail(tail.first, tail.version);
    else this.#tail = NO_TAIL;
  }

  #readIndex(version: number): void {
    this.#index = new HashIndex();
    this.#chunks.clear();
    const rows = this.#db.all<{ first: number; hashes: Uint8Array }>(
      'SELECT first, hashes FROM ledger_chunk WHERE hashes IS NOT NULL',
    );
    for (const { first, hashes } of rows) {
      for (const hash of hashesIn(hashes)) this.#index.add(hash, first);
    }
    this.#indexed = version;
  }

  #readTail(first: number, version: number): Tail {
    const [row] = this.#db.all<{ content: string }>(
      'SELECT content FROM ledger_chunk WHERE first = ?',
      first,
    );
    const text = row?.content ?? '';
    return { version, text, entries: linesIn(text).map(readLine) };
  }

  #chunk(first: number): SealedChunk {
    const known = this.#chunks.get(first);
    this.#chunks.delete(first);
    const chunk = known ?? this.#readChunk(first);
    this.#chunks.set(first, chunk);
    for (const oldest of this.#chunks.keys()) {
      if (this.#chunks.size <= CHUNKS_IN_MEMORY) break;
      this.#chunks.delete(oldest);
    }
    return chunk;
  }

  #readChunk(first: number): SealedChunk {
    const [row] = this.#db.all<{ hashes: Uint8Array; content: Uint8Array }>(
      'SELECT hashes, content FROM ledger_chunk WHERE first = ?',
      first,
    );
    if (!row) throw new RangeError(`No chunk of the ledger begins with ${first}`);
    return { hashes: hashesIn(row.hashes), lines: linesIn(row.content) };
  }
}

function lineOf({ seq, recorded, event, bot, entry }: StoredEntry): string {
  return JSON.stringify({ type: 'entry', seq, recorded, event, bot, entry });
}

function readLine(text: string): StoredEntry {
  const { seq, recorded, event, bot, entry }: StoredEntry & { entry: LedgerEntry } = JSON.parse(text);
  return { seq, recorded, event, bot, entry };
}

function linesIn(content: string | Uint8Array): string[] {
  const text = typeof content === 'string' ? content : gunzipSync(content).toString();
  return text === '' ? [] : text.trimEnd().split('\n');
}

/** Bytes of a row may begin anywhere in their buffer. */
function hashesIn(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.slice().buffer);
}

function bytesOf(hashes: Uint32Array): Uint8Array {
  return new Uint8Array(hashes.buffer, hashes.byteOffset, hashes.byteLength);
}
