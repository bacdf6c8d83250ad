import { z } from 'zod';
import { country, currency, decimal, label, platformId } from '../platform-values.ts';

/** WooCommerce writes times of its own without saying so: `2017-03-22T19:33:34` in `…_gmt` fields is UTC. */
const utc = z.iso
  .datetime({ local: true, offset: true })
  .transform((text) => Date.parse(/[Z+]|-\d\d:\d\d$/.test(text.slice(10)) ? text : `${text}Z`));

const lineItem = z.object({
  product_id: platformId,
  name: label(500),
  quantity: z.number().min(0).max(1_000_000),
  /** Without tax, before discounts. */
  subtotal: decimal,
  /** Without tax, after discounts. */
  total: decimal,
});

/**
 * What is read of WooCommerce's order webhooks (REST API v3). People's names and addresses are not among it. Amounts are
 * without tax.
 */
export const woocommerceOrder = z.object({
  id: platformId,
  status: z.string().max(60),
  currency,
  created_via: label(100),
  browser: label(100),
  date_created_gmt: utc,
  date_modified_gmt: utc,
  shipping_total: decimal,
  cart_tax: decimal,
  total: decimal,
  total_tax: decimal,
  customer_id: platformId.nullish(),
  billing: z.object({ country }).nullish(),
  shipping: z.object({ country }).nullish(),
  line_items: z.array(lineItem).max(2000),
  fee_lines: z
    .array(z.object({ total: decimal }))
    .nullish()
    .transform((lines) => lines ?? []),
  refunds: z
    .array(z.object({ id: platformId, total: decimal }))
    .nullish()
    .transform((refunds) => refunds ?? []),
});
export type WoocommerceOrder = z.output<typeof woocommerceOrder>;

/** `order.deleted` tells nothing but which one. */
export const deletedOrder = z.object({ id: platformId });
