import { z } from 'zod';
import { country, currency, decimal, instant, label, platformId } from '../platform-values.ts';

/**
 * What is read of Shopify's order and refund webhooks (REST Admin API, 2020-04 and later). People's names and addresses
 * are not among it. Amounts are the shop's own money wherever Shopify says both.
 */
const money = z.object({ shop_money: z.object({ amount: decimal, currency_code: currency }) }).nullish();

const amountOf = (set: z.output<typeof money>, plain: z.output<typeof decimal> | null | undefined) =>
  set?.shop_money.amount ?? plain ?? 0;

const taxLine = z
  .object({ price: decimal.nullish(), price_set: money, rate: z.number().min(0).max(10).nullish() })
  .transform(({ price, price_set, rate }) => ({ amount: amountOf(price_set, price), rate: rate ?? 0 }));
const taxLines = z
  .array(taxLine)
  .nullish()
  .transform((lines) => lines ?? []);

const lineItem = z
  .object({
    id: platformId,
    product_id: platformId.nullish(),
    variant_id: platformId.nullish(),
    title: label(500),
    quantity: z.int().min(0).max(1_000_000),
    gift_card: z.boolean().nullish(),
    price: decimal.nullish(),
    price_set: money,
    total_discount: decimal.nullish(),
    total_discount_set: money,
    discount_allocations: z
      .array(
        z
          .object({ amount: decimal.nullish(), amount_set: money })
          .transform(({ amount, amount_set }) => amountOf(amount_set, amount)),
      )
      .nullish()
      .transform((allocations) => allocations ?? []),
    tax_lines: taxLines,
  })
  .transform(({ price, price_set, total_discount, total_discount_set, ...line }) => ({
    ...line,
    // A product that was deleted since has no id any more; its line still does.
    product: line.product_id ?? `line:${line.id}`,
    price: amountOf(price_set, price),
    /** Of the line alone; what an order's discount took off it is in `discount_allocations`, which include this. */
    discount: amountOf(total_discount_set, total_discount),
  }));
export type ShopifyLine = z.output<typeof lineItem>;

const shippingLine = z
  .object({
    price: decimal.nullish(),
    price_set: money,
    discounted_price: decimal.nullish(),
    discounted_price_set: money,
    tax_lines: taxLines,
  })
  .transform((line) => ({
    price: amountOf(line.discounted_price_set ?? line.price_set, line.discounted_price ?? line.price),
    taxes: line.tax_lines,
  }));

const refundLine = z
  .object({
    quantity: z.int().min(0).max(1_000_000),
    line_item: lineItem,
    subtotal_set: money,
    total_tax: decimal.nullish(),
    total_tax_set: money,
  })
  .transform(({ total_tax, total_tax_set, ...line }) => ({
    ...line,
    tax: amountOf(total_tax_set, total_tax),
  }));

/** Money that a refund gives back beyond its lines: shipping, or what was not on any line. */
const orderAdjustment = z
  .object({
    id: platformId.nullish(),
    kind: z.string(),
    amount: decimal.nullish(),
    amount_set: money,
    tax_amount: decimal.nullish(),
    tax_amount_set: money,
  })
  .transform((adjustment) => ({
    kind: adjustment.kind,
    amount: amountOf(adjustment.amount_set, adjustment.amount),
    tax: amountOf(adjustment.tax_amount_set, adjustment.tax_amount),
  }));

/** `gid://shopify/Order/820982911946154508`: the id that no parser of numbers has damaged. */
const globalId = z
  .string()
  .regex(/^gid:\/\/shopify\/\w+\/\d{1,30}$/)
  .nullish()
  .transform((id) => id?.split('/').at(-1));

export const shopifyRefund = z
  .object({
    id: platformId,
    admin_graphql_api_id: globalId,
    order_id: platformId,
    created_at: instant.nullish(),
    processed_at: instant.nullish(),
    refund_line_items: z.array(refundLine).max(2000),
    order_adjustments: z
      .array(orderAdjustment)
      .nullish()
      .transform((adjustments) => adjustments ?? []),
    transactions: z.array(z.object({ currency: currency.nullish() })).nullish(),
  })
  .transform(({ admin_graphql_api_id, transactions, ...refund }) => ({
    ...refund,
    id: admin_graphql_api_id ?? refund.id,
    /** Null where nothing in the refund says so. */
    currency:
      refund.refund_line_items.find(({ subtotal_set }) => subtotal_set)?.subtotal_set?.shop_money
        .currency_code ??
      transactions?.find((transaction) => transaction.currency)?.currency ??
      null,
  }));
export type ShopifyRefund = z.output<typeof shopifyRefund>;

export const shopifyOrder = z
  .object({
    id: platformId,
    admin_graphql_api_id: globalId,
    test: z.boolean().nullish(),
    created_at: instant,
    processed_at: instant.nullish(),
    updated_at: instant,
    cancelled_at: instant.nullish(),
    currency,
    source_name: label(100),
    browser: label(100),
    taxes_included: z.boolean().nullish(),
    total_tax: decimal.nullish(),
    total_tax_set: money,
    original_total_duties_set: money,
    customer: z.object({ id: platformId }).nullish(),
    shipping_address: z.object({ country_code: country }).nullish(),
    billing_address: z.object({ country_code: country }).nullish(),
    line_items: z.array(lineItem).max(2000),
    shipping_lines: z
      .array(shippingLine)
      .nullish()
      .transform((lines) => lines ?? []),
    refunds: z
      .array(shopifyRefund)
      .nullish()
      .transform((refunds) => refunds ?? []),
  })
  .transform(({ admin_graphql_api_id, ...order }) => ({ ...order, id: admin_graphql_api_id ?? order.id }));
export type ShopifyOrder = z.output<typeof shopifyOrder>;
