import { MAX_AMOUNT, MAX_ITEMS, type StoreEvent, worthOf } from './event.ts';

type Item = NonNullable<StoreEvent['items']>[number];
type Plain = Readonly<Record<string, unknown>>;

const NAME = /^[a-z][a-z0-9_]{0,39}$/;
const CURRENCY = /^[A-Z]{3}$/;
const DECIMAL = /^-?\d{1,11}(\.\d{1,6})?$/;
/** Surely a URL: a host of plain words, no port, nothing but visible ASCII. */
const PLAIN_URL = /^https?:\/\/(?:[a-z0-9-]+\.)+[a-z]{2,63}(?:[/?#][!-~]*)?$/;

/**
 * What the schema `event` makes of an event that has nothing unusual about it, as nearly all have; null where it takes the
 * schema to tell. A Worker may not compile schemas, so that one costs several times as much as this.
 */
export function readPlainEvent(value: unknown): StoreEvent | null {
  if (!isPlain(value) || value['props'] !== undefined) return null;
  const { name, at, url, items } = value;
  if (typeof name !== 'string' || !NAME.test(name)) return null;
  if (typeof at !== 'number' || !Number.isFinite(at)) return null;
  if (typeof url !== 'string' || url.length > 2000 || !PLAIN_URL.test(url) || url.includes('xn--'))
    return null;
  const read: Writable<StoreEvent> = { name, at, url };
  if (!readTexts(value, read, TEXTS) || !readAmounts(value, read, AMOUNTS)) return null;
  const { currency } = value;
  if (currency !== undefined) {
    if (typeof currency !== 'string' || !CURRENCY.test(currency)) return null;
    read.currency = currency;
  }
  if (items !== undefined) {
    const all = readItems(items);
    if (all === null) return null;
    read.items = all;
  }
  return read;
}

const TEXTS = [
  ['referrer', 2000, 0],
  ['title', 500, 0],
  ['transaction_id', 200, 1],
] as const;
const AMOUNTS = ['value', 'tax', 'shipping'] as const;
const ITEM_TEXTS = [
  ['item_name', 500, 0],
  ['item_category', 200, 0],
] as const;
const ITEM_AMOUNTS = ['price', 'discount'] as const;

function readItems(value: unknown): Item[] | null {
  if (!Array.isArray(value) || value.length > MAX_ITEMS) return null;
  const items: Item[] = [];
  let worth = 0;
  for (const one of value) {
    const item = readItem(one);
    if (item === null) return null;
    worth += worthOf(item);
    items.push(item);
  }
  return worth <= MAX_AMOUNT ? items : null;
}

function readItem(value: unknown): Item | null {
  if (!isPlain(value)) return null;
  const { item_id: id, quantity } = value;
  if (typeof id !== 'string' || id.length < 1 || id.length > 200) return null;
  const item: Writable<Item> = { item_id: id.toWellFormed() };
  if (!readTexts(value, item, ITEM_TEXTS) || !readAmounts(value, item, ITEM_AMOUNTS)) return null;
  if (quantity !== undefined) {
    if (typeof quantity !== 'number' || !(quantity >= 0 && quantity <= 1_000_000)) return null;
    item.quantity = quantity;
  }
  return item;
}

/** Returns whether all of these that are there are what they should be. */
function readTexts<Field extends string>(
  from: Plain,
  into: { [Name in Field]?: string | undefined },
  fields: readonly (readonly [Field, number, number])[],
): boolean {
  for (const [field, most, least] of fields) {
    const text = from[field];
    if (text === undefined) continue;
    if (typeof text !== 'string' || text.length > most || text.length < least) return false;
    into[field] = text.toWellFormed();
  }
  return true;
}

function readAmounts<Field extends string>(
  from: Plain,
  into: { [Name in Field]?: number | string | undefined },
  fields: readonly Field[],
): boolean {
  for (const field of fields) {
    const amount = from[field];
    if (amount === undefined) continue;
    if (typeof amount === 'number') {
      if (!(amount >= -MAX_AMOUNT && amount <= MAX_AMOUNT)) return false;
    } else if (typeof amount !== 'string' || !DECIMAL.test(amount)) return false;
    into[field] = amount;
  }
  return true;
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type Writable<Read> = { -readonly [Field in keyof Read]: Read[Field] };
