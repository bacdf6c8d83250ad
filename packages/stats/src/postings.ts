import { type Database, insertRows, insertStatement, jsonParameters } from './database.ts';
import type { LedgerEntry } from './orders/ledger-entry.ts';
import { type LedgerRow, type Posting, postOrder } from './orders/post-order.ts';
import { type NamedProduct, productIds } from './products.ts';
import type { TimeZone } from './time-zone.ts';

/**
 * Works out anew what counts of these orders, from all that the ledger says about them; or from what it knew at `until`,
 * epoch ms.
 */
export function postOrders(
  db: Database,
  zone: TimeZone,
  orders: Iterable<string>,
  until = Number.MAX_SAFE_INTEGER,
): void {
  for (const ids of jsonParameters(orders)) postPortion(db, zone, ids, until);
}

function postPortion(db: Database, zone: TimeZone, ids: string, until: number): void {
  const ledger = readLedger(db, ids, until);
  const postings = ledger.flatMap(postOrder);
  const sessions = sessionsOfEvents(db, postings);
  const affected = new Set(sessionsOfOrders(db, ids));
  db.run(`DELETE FROM posting_line WHERE entry IN (SELECT entry FROM posting WHERE ${OF_ORDERS})`, ids);
  db.run(`DELETE FROM posting WHERE ${OF_ORDERS}`, ids);

  const sessionOf = ({ attributedTo }: Posting) =>
    attributedTo === null ? null : (sessions.get(attributedTo.event) ?? null);
  insertRows(
    db,
    INSERT_POSTING,
    postings.map((posting) => postingRow(posting, sessionOf(posting), zone)),
  );
  const products = productIds(db, namedProducts(ledger.flat(), postings));
  insertRows(
    db,
    INSERT_LINE,
    postings.flatMap(({ seq, lines }) =>
      lines.map((line) => [
        seq,
        products.get(line.product) ?? null,
        Number(line.isOrder),
        line.units,
        line.gross,
        line.discount,
        line.returns,
        line.adjustment,
      ]),
    ),
  );
  for (const session of sessions.values()) affected.add(session);
  countOrders(db, affected);
}

/** Brings `session.orders` up to date: the orders that each of these sessions led to. */
export function countOrders(db: Database, sessions: Iterable<number>): void {
  db.run(
    `UPDATE session SET orders =
       (SELECT COUNT(*) FROM posting WHERE posting.session = session.id AND posting.is_order = 1)
     WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify([...sessions]),
  );
}

const OF_ORDERS = 'order_id IN (SELECT value FROM json_each(?))';

function readLedger(db: Database, orders: string, until: number): LedgerRow[][] {
  const byOrder = new Map<string, LedgerRow[]>();
  const rows = db.all<{ seq: number; event: number | null; bot: string; entry: string }>(
    `SELECT seq, event, bot, entry FROM ledger WHERE ${OF_ORDERS} AND recorded <= ?`,
    orders,
    until,
  );
  for (const { seq, event, bot, entry: json } of rows) {
    const entry = readEntry(json);
    const row = { seq, event, bot, entry };
    const known = byOrder.get(entry.order);
    if (known) known.push(row);
    else byOrder.set(entry.order, [row]);
  }
  return [...byOrder.values()];
}

function readEntry(json: string): LedgerEntry {
  return JSON.parse(json);
}

function sessionsOfEvents(db: Database, postings: readonly Posting[]): Map<number, number> {
  const events = new Set(postings.flatMap(({ attributedTo }) => attributedTo?.event ?? []));
  if (events.size === 0) return new Map();
  const rows = db.all<{ id: number; session: number }>(
    'SELECT id, session FROM event WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify([...events]),
  );
  return new Map(rows.map(({ id, session }) => [id, session]));
}

function sessionsOfOrders(db: Database, orders: string): number[] {
  return db
    .all<{ session: number }>(
      `SELECT DISTINCT session FROM posting WHERE session IS NOT NULL AND ${OF_ORDERS}`,
      orders,
    )
    .map(({ session }) => session);
}

/** By what counts and what does not, so that a product's name does not depend on which of them came first. */
function* namedProducts(ledger: readonly LedgerRow[], postings: readonly Posting[]): Iterable<NamedProduct> {
  for (const { entry } of ledger) {
    for (const { product, name } of entry.lines) yield { code: product, name, at: entry.at };
  }
  for (const { entry, lines } of postings) {
    for (const { product } of lines) yield { code: product, name: '', at: entry.at };
  }
}

const INSERT_POSTING = insertStatement('INSERT', 'posting', [
  'entry',
  'order_id',
  'is_order',
  'at',
  'day',
  'hour_at',
  'session',
  'country',
  'customer',
  'bot',
  'currency',
  'units',
  'gross',
  'discount',
  'returns',
  'adjustment',
  'tax',
  'shipping',
]);

function postingRow(posting: Posting, session: number | null, zone: TimeZone) {
  const { entry } = posting;
  return [
    posting.seq,
    entry.order,
    Number(posting.isOrder),
    entry.at,
    zone.dayOf(entry.at),
    zone.startOfHour(entry.at),
    session,
    posting.country,
    posting.customer,
    posting.bot,
    entry.currency,
    posting.units,
    entry.gross,
    entry.discount,
    posting.returns,
    entry.adjustment,
    entry.tax,
    entry.shipping,
  ];
}

const INSERT_LINE = insertStatement('INSERT', 'posting_line', [
  'entry',
  'product',
  'is_order',
  'units',
  'gross',
  'discount',
  'returns',
  'adjustment',
]);
