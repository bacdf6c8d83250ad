import { type Database, jsonParameters } from '../database.ts';
import type { Engine } from '../engine.ts';
import type { NamedProduct } from '../orders/named-product.ts';
import type { NewEntry } from '../orders/orders.ts';
import type { StoreSettings } from '../store.ts';
import { batchOfEvent } from '../folded-event.ts';
import { rememberSettings } from '../store-row.ts';
import { TimeZone } from '../time-zone.ts';

/** What a shard learns about the whole store: orders, and what products are called. */
export interface News {
  readonly entries: readonly NewEntry[];
  readonly products: readonly NamedProduct[];
}

/**
 * News on their way from a shard to shard 0, who keeps the orders. A letter is written in the transaction that counts
 * the events it is about and stays until it was heard; hearing it again changes nothing, since entries have ids and of
 * words the latest counts.
 */
export interface Letter {
  readonly id: number;
  /** JSON: some of `Said`. */
  readonly content: string;
}

type Said = { readonly entry: NewEntry } | { readonly product: NamedProduct };

/** Some megabytes. */
const LETTERS_AT_A_TIME = 8;

/** Belongs into a transaction. */
export function writeLetters(db: Database, { entries, products }: News): void {
  const latest = new Map(
    products.toSorted((a, b) => a.at - b.at).map((product) => [wordsOf(product), product]),
  );
  const said: Said[] = [
    ...entries.map((entry) => ({ entry })),
    ...[...latest.values()].map((product) => ({ product })),
  ];
  for (const content of jsonParameters(said)) db.run('INSERT INTO letter (content) VALUES (?)', content);
}

/** Which of them are told apart: words for a product, said at any time. */
function wordsOf({ code, name, collection }: NamedProduct): string {
  return JSON.stringify([code, name, collection]);
}

/** The first letters after one, and whether there may be more. */
export function readLetters(db: Database, after: number): { letters: Letter[]; more: boolean } {
  const letters = db.all<{ id: number; content: string }>(
    'SELECT id, content FROM letter WHERE id > ? ORDER BY id LIMIT ?',
    after,
    LETTERS_AT_A_TIME,
  );
  return { letters, more: letters.length === LETTERS_AT_A_TIME };
}

/** Those that were heard. */
export function deleteLetters(db: Database, letters: readonly Letter[]): void {
  db.run(
    'DELETE FROM letter WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(letters.map(({ id }) => id)),
  );
}

/**
 * Takes a shard's letters in. What cannot be taken in is set aside: it must keep neither the rest of them nor any
 * question from being heard. Returns whether they say anything new. `now` is the true time, epoch ms.
 */
export function hearLetters(
  engine: Engine,
  settings: StoreSettings,
  letters: readonly Letter[],
  now: number,
): boolean {
  let isNew = false;
  for (const { content } of letters) {
    // A shard wrote it.
    const said: readonly Said[] = JSON.parse(content);
    if (hear(engine, settings, said, now)) isNew = true;
  }
  return isNew;
}

/** All of it together or, where that fails, each by itself. */
function hear(engine: Engine, settings: StoreSettings, said: readonly Said[], now: number): boolean {
  const { db } = engine;
  try {
    return db.transaction(() => takeIn(engine, settings, said, now));
  } catch (cause) {
    const [alone, ...others] = said;
    if (!alone) throw cause;
    if (others.length > 0) return said.map((one) => hear(engine, settings, [one], now)).includes(true);
    db.transaction(() => setAside(db, settings, alone, now, cause));
    return false;
  }
}

function takeIn(
  { db, orders }: Engine,
  settings: StoreSettings,
  said: readonly Said[],
  now: number,
): boolean {
  const zone = TimeZone.of(rememberSettings(db, settings).timeZone);
  const reader = orders.reader(zone);
  const before = reader.products();
  orders.remember(said.flatMap((one) => ('product' in one ? [one.product] : [])));
  const entries = said.flatMap((one) => ('entry' in one ? [one.entry] : []));
  const fresh = orders.append(zone, entries, now);
  return fresh > 0 || reader.products() !== before;
}

/** An entry is kept in its shard's log, and tried again by a rebuild. Of a product there is always another word to come. */
function setAside(db: Database, { slug }: StoreSettings, one: Said, now: number, cause: unknown): void {
  // Its name, not its message: that may quote what was sent.
  const reason = cause instanceof Error ? cause.name : 'unknown';
  const entry = 'entry' in one ? one.entry : null;
  const id = entry?.entry.id ?? null;
  console.error(
    JSON.stringify({ level: 'error', event: 'letter_set_aside', store: slug, entry: id, reason }),
  );
  if (entry === null) return;
  db.run(
    'INSERT OR REPLACE INTO set_aside (seq, batch, at, reason) VALUES (?, ?, ?, ?)',
    entry.event === null ? 0 : batchOfEvent(entry.event),
    entry.entry.id,
    now,
    reason,
  );
}
