import { toMinorUnits } from '@layerkick/stats/money';
import type { LedgerEntryInput } from '@layerkick/stats/orders/ledger-entry';
import { netOfTax } from '../net-of-tax.ts';
import type { ShopifyLine, ShopifyOrder, ShopifyRefund } from './shopify-order.ts';

/** Where Shopify says that no browser was at the checkout: its till, the admin, and renewals of subscriptions. */
const OFFLINE = new Set(['pos', 'shopify_draft_order', 'subscription_contract']);

/**
 * What an order as Shopify tells it says to the ledger: its sale, its cancellation and the refunds it lists. Told again
 * after a change, the newest word counts. Nothing of a test order counts.
 */
export function entriesOfOrder(order: ShopifyOrder): LedgerEntryInput[] {
  const common = commonOf(order.id, order.currency);
  const at = order.processed_at ?? order.created_at;
  if (order.test) return [{ ...common, id: `shopify:${order.id}:test`, kind: 'deletion', at }];
  const sale = saleOf(order);
  const refunds = order.refunds.flatMap((refund) =>
    entriesOfRefund({ ...refund, order_id: order.id }, order.currency, order.updated_at),
  );
  const version = (of: string) => ({ version: { of, number: order.updated_at } });
  const customer = order.customer ? { customer: `shopify:${order.customer.id}` } : {};
  const country = order.shipping_address?.country_code || order.billing_address?.country_code;
  const entries: LedgerEntryInput[] = [
    {
      ...common,
      ...sale,
      ...customer,
      ...version('sale'),
      ...(country ? { country } : {}),
      ...(order.browser ? { browser: order.browser } : {}),
      ...(OFFLINE.has(order.source_name) ? { online: false } : {}),
      id: `shopify:${order.id}:sale:${order.updated_at}`,
      kind: 'sale',
      at,
    },
    ...refunds,
  ];
  if (order.cancelled_at) {
    const given = (field: 'tax' | 'shipping') =>
      refunds.reduce((sum, refund) => sum + (refund[field] ?? 0), 0);
    entries.push({
      ...common,
      ...version('cancellation'),
      id: `shopify:${order.id}:cancellation:${order.updated_at}`,
      kind: 'cancellation',
      at: order.cancelled_at,
      gives: 'order',
      // What its refunds gave back of these they say themselves.
      tax: -(sale.tax + given('tax')),
      shipping: -(sale.shipping + given('shipping')),
    });
  }
  return entries;
}

/** What a refund says to the ledger, on its own date; `received` (epoch ms) where Shopify tells none. */
export function entriesOfRefund(
  refund: ShopifyRefund,
  currency: string,
  received: number,
): LedgerEntryInput[] {
  const common = {
    ...commonOf(refund.order_id, currency),
    kind: 'refund',
    at: refund.processed_at ?? refund.created_at ?? received,
  } as const;
  const minor = (amount: string | number) => toMinorUnits(amount, currency);
  const lines = refund.refund_line_items.filter(({ line_item }) => !line_item.gift_card);
  const shipping = refund.order_adjustments.filter(({ kind }) => kind === 'shipping_refund');
  const others = refund.order_adjustments.filter(({ kind }) => kind !== 'shipping_refund');
  const entries: LedgerEntryInput[] = [
    {
      ...common,
      id: `shopify:refund:${refund.id}`,
      gives: 'lines',
      lines: lines.map(({ line_item, quantity }) => ({
        product: line_item.product,
        name: line_item.title,
        quantity: -quantity,
        gross: 0,
      })),
      // Adjustments are below zero where money goes to the customer.
      tax:
        totalOf(refund.order_adjustments.map(({ tax }) => minor(tax))) -
        totalOf(lines.map(({ tax }) => minor(tax))),
      shipping: totalOf(shipping.map(({ amount }) => minor(amount))),
    },
  ];
  const beyondLines = -totalOf(others.map(({ amount }) => minor(amount)));
  if (beyondLines !== 0) {
    entries.push({ ...common, id: `shopify:refund:${refund.id}:amount`, returns: beyondLines });
  }
  return entries;
}

function commonOf(order: string, currency: string) {
  return { order, currency, source: 'server' } as const;
}

function saleOf(order: ShopifyOrder) {
  const { currency } = order;
  const minor = (amount: string | number) => toMinorUnits(amount, currency);
  const included = order.taxes_included === true;
  // A gift card is not sold but owed: what it buys is.
  const lines = order.line_items
    .filter((line) => !line.gift_card)
    .map((line) => ({
      product: line.product,
      name: line.title,
      quantity: line.quantity,
      ...amountsOfLine(line, currency, included),
    }));
  const shipping = order.shipping_lines.reduce((total, line) => {
    const taxes = included ? line.taxes.reduce((sum, { amount }) => sum + minor(amount), 0) : 0;
    return total + minor(line.price) - taxes;
  }, 0);
  const duties = order.original_total_duties_set?.shop_money.amount ?? 0;
  return {
    gross: lines.reduce((sum, { gross }) => sum + gross, 0),
    discount: lines.reduce((sum, { discount }) => sum + discount, 0),
    tax: minor(order.total_tax_set?.shop_money.amount ?? order.total_tax ?? 0) + minor(duties),
    shipping,
    lines,
  };
}

function amountsOfLine(line: ShopifyLine, currency: string, included: boolean) {
  const minor = (amount: string | number) => toMinorUnits(amount, currency);
  const gross = toMinorUnits(line.price, currency, line.quantity);
  const discount =
    line.discount_allocations.length > 0
      ? line.discount_allocations.reduce<number>((sum, amount) => sum + minor(amount), 0)
      : minor(line.discount);
  if (!included) return { gross, discount };
  const tax = line.tax_lines.reduce((sum, { amount }) => sum + minor(amount), 0);
  const rate = line.tax_lines.reduce((sum, { rate: part }) => sum + part, 0);
  return netOfTax({ gross, discount, tax, rate });
}

function totalOf(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
