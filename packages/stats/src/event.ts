import { z } from 'zod';
import { storeSlug } from './store.ts';
import { text } from './text.ts';
import type { VisitorSignature } from './visitor.ts';

/** GA4's names are the canonical ones; others are kept under the name they came with. */
export const COMMERCE_EVENTS = [
  'page_view',
  'view_item_list',
  'view_item',
  'search',
  'add_to_cart',
  'remove_from_cart',
  'view_cart',
  'begin_checkout',
  'add_shipping_info',
  'add_payment_info',
  'purchase',
  'refund',
] as const;

/** What fires by itself when a page is shown or left; every other event is something that the visitor did. */
export const PASSIVE_EVENTS = [
  'page_view',
  'view_item',
  'view_item_list',
  'view_cart',
  'user_engagement',
] as const;

export const MAX_BATCH_BYTES = 64 * 1024;
export const MAX_BATCH_EVENTS = 50;

/** Beyond any order, and far enough from where sums of minor units stop being exact. */
export const MAX_AMOUNT = 1e11;
export const MAX_ITEMS = 200;

/** An amount in major units, as shops have it: `19.9` or `"19.90"`. Becomes integer minor units when it is read. */
const amount = z.union([
  z.number().min(-MAX_AMOUNT).max(MAX_AMOUNT),
  z.string().regex(/^-?\d{1,11}(\.\d{1,6})?$/, 'not a decimal amount'),
]);

const item = z.object({
  item_id: text(200).min(1),
  item_name: text(500).optional(),
  item_category: text(200).optional(),
  /** Per unit, after `discount`. */
  price: amount.optional(),
  /** Per unit. */
  discount: amount.optional(),
  quantity: z.number().min(0).max(1_000_000).optional(),
});

interface Priced {
  readonly price?: number | string | undefined;
  readonly discount?: number | string | undefined;
  readonly quantity?: number | undefined;
}

/** At most, whatever the signs. */
export function worthOf({ price = 0, discount = 0, quantity = 1 }: Priced): number {
  return (Math.abs(Number(price)) + Math.abs(Number(discount))) * quantity;
}

/** One thing that happened in a shop. Unknown fields are ignored. */
export const event = z
  .object({
    name: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'use lower case snake_case, at most 40 characters'),
    /** Epoch ms by the sender's clock; corrected by the batch's `sent`. */
    at: z.number().finite(),
    url: z.url({ protocol: /^https?$/ }).max(2000),
    referrer: text(2000).optional(),
    title: text(500).optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'not an ISO 4217 currency')
      .optional(),
    value: amount.optional(),
    tax: amount.optional(),
    shipping: amount.optional(),
    transaction_id: text(200).min(1).optional(),
    items: z.array(item).max(MAX_ITEMS).optional(),
    props: z.record(text(100), z.union([text(500), z.number(), z.boolean()])).optional(),
  })
  .refine(({ items = [] }) => items.reduce((sum, one) => sum + worthOf(one), 0) <= MAX_AMOUNT, {
    message: 'prices times quantities are beyond any order',
    path: ['items'],
  });
export type StoreEvent = z.output<typeof event>;

/** The envelope; its events are parsed one by one so that one bad event does not take the others along. */
export const eventBatch = z.object({
  v: z.literal(1),
  store: storeSlug,
  batch: z.uuid(),
  sent: z.number().finite(),
  /** Whether it was sent before, without an answer that was heard. Left out: it is told by how long ago things happened. */
  again: z.boolean().optional(),
  /** What a browser says about itself: that it belongs to the shop's own people, or whether a program steers it. */
  mark: z.union([z.literal('internal'), z.boolean()]).optional(),
  events: z.array(z.unknown()).min(1).max(MAX_BATCH_EVENTS),
});

export interface RejectedEvent {
  readonly index: number;
  readonly code: string;
  readonly message: string;
}

/** The collector's 202. The same batch id gets the same answer again, without a second effect. */
export interface BatchReceipt {
  readonly accepted: number;
  readonly rejected: readonly RejectedEvent[];
}

/** A batch as the collector hands it to the store's object. IP and user agent are hashed there and never stored. */
export interface ReceivedBatch {
  readonly batch: string;
  /** Epoch ms by our clock. */
  readonly received: number;
  /** The accepted ones; `at` is by our clock already, see `eventTime`. */
  readonly events: readonly StoreEvent[];
  readonly rejected: readonly RejectedEvent[];
  readonly visitor: VisitorSignature;
  readonly place: { readonly country: string; readonly region: string; readonly city: string };
  readonly client: { readonly device: string; readonly browser: string; readonly system: string };
  /** Why this is automated traffic; null where it is a person as far as can be told. */
  readonly bot: string | null;
  /** It may have been sent before, perhaps from another address. */
  readonly again?: boolean;
}
