import { z } from 'zod';
import { text } from '../text.ts';

const minor = z.int().min(-9_000_000_000_000).max(9_000_000_000_000);

const line = z.object({
  product: text(200).min(1),
  name: text(500),
  /** The shop's group of products. */
  collection: text(200).optional(),
  /** Units; negative for goods coming back. */
  quantity: z.number().min(-1e9).max(1e9),
  /** Minor units before discount; negative for goods coming back. */
  gross: minor,
  discount: minor.default(0),
});
export type LedgerLine = z.output<typeof line>;

/** An entry is one row, and a row has at most 2 MB. */
const MAX_LINES_CHARACTERS = 500_000;

/**
 * One row of the append-only order ledger, from a server, an import or the browser.
 * All amounts are integer minor units of `currency`; refunds and cancellations carry positive `returns`.
 */
export const ledgerEntry = z.object({
  /** Unique within the store; the same id again changes nothing. */
  id: text(200).min(1),
  /** `deletion`: the order was a test or has been deleted, and nothing that is said about it counts. */
  kind: z.enum(['sale', 'refund', 'cancellation', 'adjustment', 'deletion']),
  /** The shop's order id. A refund may name an order that is not there (yet). */
  order: text(200).min(1),
  /** Epoch ms, from 1970 to 2999: the days that can be asked about. */
  at: z.int().min(0).max(32_503_679_999_999),
  currency: z.string().regex(/^[A-Z]{3}$/, 'not an ISO 4217 currency'),
  gross: minor.default(0),
  discount: minor.default(0),
  returns: minor.default(0),
  adjustment: minor.default(0),
  tax: minor.default(0),
  shipping: minor.default(0),
  customer: text(200).optional(),
  /** ISO 3166 alpha-2, or the shop's own word where there is no code. */
  country: text(100).optional(),
  /** What it was ordered with, named as `classify/client` names browsers; left out where the shop does not say. */
  browser: text(100).optional(),
  /** False where no browser can have seen it: ordered at a till, on the phone, entered by hand. */
  online: z.boolean().optional(),
  source: z.enum(['browser', 'server', 'import']),
  lines: z
    .array(line)
    .max(2000)
    .refine((lines) => JSON.stringify(lines).length <= MAX_LINES_CHARACTERS, 'too much text in the lines')
    .default([]),
  /**
   * What a refund or cancellation gives back: the amounts as stated here, the lines' quantities at the price they
   * were sold for, or whatever is left of the order.
   */
  gives: z.enum(['amounts', 'lines', 'order']).default('amounts'),
  /**
   * For shops that tell an order again whenever it changes: of all entries of an order that are versions `of` one thing
   * only that of the highest `number` counts, in whatever order they come.
   */
  version: z.object({ of: text(200).min(1), number: z.int().min(0) }).optional(),
});
export type LedgerEntry = z.output<typeof ledgerEntry>;
export type LedgerEntryInput = z.input<typeof ledgerEntry>;

export interface LedgerReceipt {
  readonly accepted: number;
  /** Ids that were there already. */
  readonly duplicates: number;
}
