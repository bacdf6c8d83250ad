import { decodeColumns } from '../columns/decode-columns.ts';
import { encodeColumns } from '../columns/encode-columns.ts';
import type { Database } from '../database.ts';
import { isLater, type NamedProduct, type Word } from './named-product.ts';
import type { Product } from './order-reader.ts';
import type { Versions } from './versions.ts';

/** Products of a block: what is written anew when one of them is spoken of. */
const BLOCK_PRODUCTS = 256;

interface KnownProduct {
  readonly code: string;
  readonly name: Word;
  readonly collection: Word;
}

/**
 * What products are called: the latest word of whoever looked at them or sold them. All of them are in memory, since
 * any question may be about any of them; they are stored in blocks, so that what a shop's visitors look at all the time
 * takes a few rows a fold rather than one a look.
 */
export class Products {
  readonly #db: Database;
  readonly #versions: Versions;
  /** Versions of the blocks in memory. */
  #blocks: number[] = [];
  /** In the order of their blocks. */
  #products: KnownProduct[] = [];
  readonly #places = new Map<string, number>();
  #all: ReadonlyMap<string, Product> = new Map();

  constructor(db: Database, versions: Versions) {
    this.#db = db;
    this.#versions = versions;
  }

  /** Every product that was ever given a name or a collection, by code; the same object as long as it says the same. */
  all(): ReadonlyMap<string, Product> {
    this.#refresh();
    return this.#all;
  }

  remember(spokenOf: Iterable<NamedProduct>): void {
    this.#refresh();
    const changed = new Set<number>();
    const renamed = new Map<string, KnownProduct>();
    for (const { code, name, collection, at } of spokenOf) {
      if (name === '' && collection === '') continue;
      const place = this.#places.get(code) ?? this.#products.length;
      const known = this.#products[place] ?? { code, name: NO_WORD, collection: NO_WORD };
      const isNamed = isLater(known.name, name, at);
      const isCollected = isLater(known.collection, collection, at);
      if (!isNamed && !isCollected) continue;
      const product = {
        code,
        name: isNamed ? { text: name, at } : known.name,
        collection: isCollected ? { text: collection, at } : known.collection,
      };
      this.#products[place] = product;
      this.#places.set(code, place);
      changed.add(Math.floor(place / BLOCK_PRODUCTS));
      if (known.name.text !== product.name.text || known.collection.text !== product.collection.text) {
        renamed.set(code, product);
      }
    }
    for (const block of changed) this.#write(block);
    if (renamed.size > 0) this.#all = new Map([...this.#all, ...[...renamed.values()].map(entryOf)]);
  }

  clear(): void {
    this.#db.run('DELETE FROM product_block');
  }

  #write(block: number): void {
    const products = this.#products.slice(block * BLOCK_PRODUCTS, (block + 1) * BLOCK_PRODUCTS);
    const version = this.#versions.next();
    this.#db.run(
      'INSERT OR REPLACE INTO product_block (id, version, content) VALUES (?, ?, ?)',
      block,
      version,
      encodeColumns({
        code: products.map(({ code }) => code),
        name: products.map(({ name }) => name.text),
        nameAt: Float64Array.from(products, ({ name }) => name.at),
        collection: products.map(({ collection }) => collection.text),
        collectionAt: Float64Array.from(products, ({ collection }) => collection.at),
      }),
    );
    this.#blocks[block] = version;
  }

  /** Reads everything anew after a start, and after a transaction that was taken back. */
  #refresh(): void {
    const stored = this.#db.all<{ id: number; version: number }>(
      'SELECT id, version FROM product_block ORDER BY id',
    );
    const isSame =
      stored.length === this.#blocks.length &&
      stored.every(({ version }, block) => version === this.#blocks[block]);
    if (isSame) return;
    this.#blocks = stored.map(({ version }) => version);
    this.#products = this.#db
      .all<{ content: Uint8Array }>('SELECT content FROM product_block ORDER BY id')
      .flatMap(({ content }) => productsIn(content));
    this.#places.clear();
    for (const [place, { code }] of this.#products.entries()) this.#places.set(code, place);
    this.#all = new Map(this.#products.map(entryOf));
  }
}

const NO_WORD: Word = { text: '', at: 0 };

function entryOf({ code, name, collection }: KnownProduct): [string, Product] {
  return [code, { name: name.text, collection: collection.text }];
}

function productsIn(content: Uint8Array): KnownProduct[] {
  const columns = decodeColumns(content);
  const name = columns.strings('name');
  const nameAt = columns.f64('nameAt');
  const collection = columns.strings('collection');
  const collectionAt = columns.f64('collectionAt');
  return columns.strings('code').map((code, row) => ({
    code,
    name: { text: name[row] ?? '', at: nameAt[row] ?? 0 },
    collection: { text: collection[row] ?? '', at: collectionAt[row] ?? 0 },
  }));
}
