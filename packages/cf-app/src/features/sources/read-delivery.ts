import type { LedgerEntryInput } from '@layerkick/stats/orders/ledger-entry';
import type { z } from 'zod';
import { fieldErrors } from '../../api/collector/field-errors.ts';
import type { Platform } from './platform-name.ts';
import { entriesOfOrder as ofShopify, entriesOfRefund } from './shopify/entries-of-order.ts';
import { shopifyOrder, shopifyRefund } from './shopify/shopify-order.ts';
import { deletionOf, entriesOfOrder as ofWoocommerce } from './woocommerce/entries-of-order.ts';
import { deletedOrder, woocommerceOrder } from './woocommerce/woocommerce-order.ts';

export type Reading =
  | { readonly kind: 'entries'; readonly entries: readonly LedgerEntryInput[] }
  /** A topic that says nothing about orders. */
  | { readonly kind: 'ignored'; readonly reason: string }
  /** Not what the platform's documentation says; `reason` names the fields. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** When and for whom a delivery is read. */
export interface Received {
  /** Epoch ms. */
  readonly at: number;
  /** The store's: for a delivery that names none. */
  readonly currency: string;
}

/** What a delivery says to the ledger. Whatever it holds, this does not throw. */
export function readDelivery(
  platform: Platform,
  topic: string,
  content: unknown,
  received: Received,
): Reading {
  return platform === 'shopify'
    ? readShopify(topic, content, received)
    : readWoocommerce(topic, content, received);
}

function readShopify(topic: string, content: unknown, { at, currency }: Received): Reading {
  switch (topic) {
    case 'orders/create':
    case 'orders/paid':
    case 'orders/updated':
    case 'orders/cancelled':
      return read(shopifyOrder, content, ofShopify);
    case 'refunds/create':
      return read(shopifyRefund, content, (refund) =>
        entriesOfRefund(refund, refund.currency ?? currency, at),
      );
    default:
      return {
        kind: 'ignored',
        reason: `${topic || 'A delivery without a topic'} says nothing about orders`,
      };
  }
}

function readWoocommerce(topic: string, content: unknown, { at, currency }: Received): Reading {
  switch (topic) {
    case 'order.created':
    case 'order.updated':
    case 'order.restored':
      return read(woocommerceOrder, content, ofWoocommerce);
    case 'order.deleted':
      return read(deletedOrder, content, ({ id }) => [deletionOf(id, at, currency)]);
    default:
      return {
        kind: 'ignored',
        reason: `${topic || 'A delivery without a topic'} says nothing about orders`,
      };
  }
}

function read<S extends z.ZodType>(
  schema: S,
  content: unknown,
  entriesOf: (parsed: z.output<S>) => readonly LedgerEntryInput[],
): Reading {
  const parsed = schema.safeParse(content);
  if (parsed.success) return { kind: 'entries', entries: entriesOf(parsed.data) };
  const reason = fieldErrors(parsed.error)
    .map(({ field, message }) => `${field || 'body'}: ${message}`)
    .join('; ');
  return { kind: 'unreadable', reason };
}
