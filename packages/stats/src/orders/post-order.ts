import type { LedgerEntry } from './ledger-entry.ts';
import { OrderLines, type PostingLine } from './posting-lines.ts';

/** A row of the ledger, as far as it decides what counts. */
export interface LedgerRow {
  readonly seq: number;
  /** The event that the entry came with. */
  readonly event: number | null;
  /** Why the sender of that event is no person; '' otherwise. */
  readonly bot: string;
  readonly entry: LedgerEntry;
}

/** What an entry contributes to the figures: its own amounts, but `returns` as far as they are worked out. */
export interface Posting {
  readonly entry: LedgerEntry;
  readonly seq: number;
  /** On the first sale of an order: counting these counts orders. */
  readonly isOrder: boolean;
  /** The purchase event whose visit the order belongs to, and its time. */
  readonly attributedTo: { readonly event: number; readonly at: number } | null;
  /** The country that this or else another entry of the order names. */
  readonly country: string | null;
  /** The same for the browser. */
  readonly browser: string | null;
  /** On the first sale of an order that the shop's server told of and that was placed online. */
  readonly isTold: boolean;
  /** Who ordered, as far as an entry of the order says so. */
  readonly customer: string | null;
  /** Why this is not a person's order; '' where a person or the shop itself said anything about it. */
  readonly bot: string;
  readonly units: number;
  readonly returns: number;
  /** One per product; they add up to the posting. */
  readonly lines: readonly PostingLine[];
}

/**
 * What counts of all that the ledger says about one order. The result does not depend on the order of `rows`.
 *
 * The shop's own word (server, import) is the truth: where it names sales, the browser's sales do not count, and where
 * it names refunds or cancellations, the browser's do not. Of the browser's sales only the earliest counts, since a
 * thank-you page may be opened twice. The order belongs to the visit of its earliest purchase event, whatever counts.
 * Of a thing that was told in several versions only the newest is looked at. Nothing counts of a deleted order.
 */
export function postOrder(all: readonly LedgerRow[]): Posting[] {
  if (all.some(({ entry }) => entry.kind === 'deletion')) return [];
  const rows = newestVersions(all);
  const inTime = rows.toSorted(compareRows);
  const sales = inTime.filter(({ entry }) => entry.kind === 'sale');
  const confirmed = sales.some(isFromShop);
  const refunds = inTime.filter(({ entry }) => entry.kind === 'refund' || entry.kind === 'cancellation');
  const counting = [
    ...(confirmed ? sales.filter(isFromShop) : sales.slice(0, 1)),
    ...(refunds.some(isFromShop) ? refunds.filter(isFromShop) : refunds),
    ...inTime.filter(({ entry }) => entry.kind === 'adjustment'),
  ];
  const country = counting.find(({ entry }) => entry.country)?.entry.country ?? null;
  const browser = counting.find(({ entry }) => entry.browser)?.entry.browser ?? null;
  const customer = counting.find(({ entry }) => entry.customer)?.entry.customer ?? null;
  const isAutomated = rows.every(({ bot }) => bot !== '');
  const attributedTo = attributionOf(sales);
  const order = new OrderLines();
  return counting.map(({ entry, seq, bot }, index) => {
    const lines = order.linesOf(entry);
    const isOrder = index === 0 && entry.kind === 'sale';
    return {
      entry,
      seq,
      isOrder,
      isTold: isOrder && entry.source === 'server' && entry.online !== false,
      attributedTo,
      country: entry.country || country,
      browser: entry.browser || browser,
      customer,
      bot: isAutomated ? bot : '',
      units: lines.reduce((sum, line) => sum + line.units, 0),
      returns: lines.reduce((sum, line) => sum + line.returns, 0),
      lines,
    };
  });
}

function attributionOf(sales: readonly LedgerRow[]): Posting['attributedTo'] {
  for (const { event, entry } of sales) if (event !== null) return { event, at: entry.at };
  return null;
}

function newestVersions(rows: readonly LedgerRow[]): LedgerRow[] {
  const newest = new Map<string, LedgerRow>();
  for (const row of rows) {
    const { version, id } = row.entry;
    if (!version) continue;
    const known = newest.get(version.of)?.entry;
    const isNewer =
      !known?.version ||
      version.number > known.version.number ||
      (version.number === known.version.number && id > known.id);
    if (isNewer) newest.set(version.of, row);
  }
  return rows.filter((row) => !row.entry.version || newest.get(row.entry.version.of) === row);
}

function isFromShop({ entry }: LedgerRow): boolean {
  return entry.source !== 'browser';
}

function compareRows(a: LedgerRow, b: LedgerRow): number {
  if (a.entry.at !== b.entry.at) return a.entry.at - b.entry.at;
  return a.entry.id < b.entry.id ? -1 : Number(a.entry.id > b.entry.id);
}
