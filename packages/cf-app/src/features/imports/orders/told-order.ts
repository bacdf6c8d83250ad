import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { LedgerEntryInput } from '@layerkick/stats/orders/ledger-entry';
import { recordable } from './ledger-entry-of.ts';
import type { EntriesOfOrder, ImportContext } from './order-export.ts';

/** An order as a platform's export tells it. Amounts are minor units without tax, as webhooks tell them. */
interface ToldOrder {
  readonly order: string;
  /** Epoch ms. */
  readonly at: number;
  readonly currency: string;
  readonly gross: number;
  readonly discount: number;
  /** Goods given back; exports do not say when, so it is on the day of the order. */
  readonly returns: number;
  /** What is left after refunds, as `shipping`. */
  readonly tax: number;
  readonly shipping: number;
  readonly customer?: string | undefined;
  readonly country: string;
  readonly lines: readonly {
    readonly product: string;
    readonly name: string;
    readonly quantity: number;
    readonly gross: number;
    readonly discount: number;
  }[];
  /** Epoch ms; null for an order that stands. */
  readonly cancelledAt: number | null;
}

/**
 * What the ledger is told of it. The entries are versions of what the platform's webhooks tell, older than any of those:
 * webhooks count versions in milliseconds, imports in seconds. So whatever comes first and however often, an order that
 * a webhook has told is as the webhook says, and of several exports the one imported last counts.
 */
export function entriesOfToldOrder(
  platform: string,
  told: ToldOrder,
  { importedAt }: ImportContext,
  remark: string | null,
): EntriesOfOrder {
  const { cancelledAt, customer, lines, ...amounts } = told;
  const { order, currency, tax, shipping } = amounts;
  const number = Math.floor(importedAt / 1000);
  const sale: Content = {
    ...amounts,
    kind: 'sale',
    source: 'import',
    ...(customer === undefined ? {} : { customer }),
    lines: [...lines],
  };
  const cancellation: Content = {
    kind: 'cancellation',
    order,
    currency,
    source: 'import',
    at: cancelledAt ?? 0,
    gives: 'order',
    tax: 0 - tax,
    shipping: 0 - shipping,
  };
  const contents = cancelledAt === null ? [sale] : [sale, cancellation];
  return recordable(
    contents.map((content) => ({
      ...content,
      id: `${platform}-export:${order}:${content.kind}:${fingerprintOf(content)}`,
      version: { of: content.kind, number },
    })),
    remark,
  );
}

type Content = Omit<LedgerEntryInput, 'id' | 'version'>;

/** The same content has the same id, so that the same file again changes nothing, and a newer one what it says anew. */
function fingerprintOf(content: Content): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(content)))).slice(0, 16);
}
