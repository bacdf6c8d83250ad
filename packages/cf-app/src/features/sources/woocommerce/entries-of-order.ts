import { toMinorUnits } from '@layerkick/stats/money';
import type { LedgerEntryInput } from '@layerkick/stats/orders/ledger-entry';
import type { WoocommerceOrder } from './woocommerce-order.ts';

/** Begun and never placed. */
const NOT_PLACED = new Set(['checkout-draft', 'auto-draft', 'draft', 'new']);
const GIVEN_UP = new Set(['cancelled', 'failed']);

/** Where WooCommerce says that no browser was at the checkout: entered by hand or by a program, its till, and renewals. */
const OFFLINE = new Set(['admin', 'rest-api', 'pos-rest-api', 'subscription']);

/** Later versions have higher numbers; where the oldest word is to count, it is this much minus the time. */
const FAR_AWAY = 8_640_000_000_000_000;

/** What an order as WooCommerce tells it says to the ledger. Told again after a change, the newest word counts. */
export function entriesOfOrder(order: WoocommerceOrder): LedgerEntryInput[] {
  if (NOT_PLACED.has(order.status)) return [];
  if (order.status === 'trash') return [deletionOf(order.id, order.date_modified_gmt, order.currency)];
  const { currency, date_modified_gmt: modified } = order;
  const common = { order: order.id, currency, source: 'server' } as const;
  const sale = saleOf(order);
  const customer = order.customer_id && order.customer_id !== '0' ? order.customer_id : null;
  const country = order.shipping?.country || order.billing?.country;
  const entries: LedgerEntryInput[] = [
    {
      ...common,
      ...sale,
      version: { of: 'sale', number: modified },
      ...(customer === null ? {} : { customer: `woocommerce:${customer}` }),
      ...(country ? { country } : {}),
      ...(order.browser ? { browser: order.browser } : {}),
      ...(OFFLINE.has(order.created_via) ? { online: false } : {}),
      id: `woocommerce:${order.id}:sale:${modified}`,
      kind: 'sale',
      at: order.date_created_gmt,
    },
  ];
  let left = toMinorUnits(order.total, currency);
  for (const refund of order.refunds) {
    const amount = Math.abs(toMinorUnits(refund.total, currency));
    left -= amount;
    entries.push({
      ...common,
      ...amountsOfRefund(order, amount, left <= 0),
      // It says when the order was changed only: the first time that it is told is its date.
      version: { of: `refund:${refund.id}`, number: FAR_AWAY - modified },
      id: `woocommerce:${order.id}:refund:${refund.id}:${modified}`,
      kind: 'refund',
      at: modified,
    });
  }
  if (GIVEN_UP.has(order.status)) {
    const given = (field: 'tax' | 'shipping') => entries.reduce((sum, entry) => sum + (entry[field] ?? 0), 0);
    entries.push({
      ...common,
      version: { of: 'cancellation', number: FAR_AWAY - modified },
      id: `woocommerce:${order.id}:cancellation:${modified}`,
      kind: 'cancellation',
      at: modified,
      gives: 'order',
      tax: -given('tax'),
      shipping: -given('shipping'),
    });
  }
  return entries;
}

/** `at`: epoch ms. */
export function deletionOf(order: string, at: number, currency: string): LedgerEntryInput {
  return { id: `woocommerce:${order}:deletion`, kind: 'deletion', order, at, currency, source: 'server' };
}

function saleOf(order: WoocommerceOrder) {
  const minor = (amount: string | number) => toMinorUnits(amount, order.currency);
  const lines = order.line_items.map((line) => {
    const gross = minor(line.subtotal);
    const { name, quantity } = line;
    return { product: line.product_id, name, quantity, gross, discount: gross - minor(line.total) };
  });
  const fees = order.fee_lines.reduce((sum, { total }) => sum + minor(total), 0);
  return {
    gross: lines.reduce((sum, { gross }) => sum + gross, 0) + fees,
    discount: lines.reduce((sum, { discount }) => sum + discount, 0),
    tax: minor(order.total_tax),
    shipping: minor(order.shipping_total),
    lines,
  };
}

/**
 * A refund is told as one sum with tax. The one that gives back the rest of the order gives back everything; of any other
 * one the goods' share of tax is taken off, and shipping stays paid.
 */
function amountsOfRefund(order: WoocommerceOrder, amount: number, isRest: boolean) {
  const sale = saleOf(order);
  const isWhole = isRest && order.refunds.length === 1;
  if (isWhole) return { gives: 'order', tax: -sale.tax, shipping: -sale.shipping } as const;
  const goods = sale.gross - sale.discount;
  const taxOfGoods = toMinorUnits(order.cart_tax, order.currency);
  const tax = goods + taxOfGoods === 0 ? 0 : Math.round((amount * taxOfGoods) / (goods + taxOfGoods));
  return { returns: amount - tax, tax: -tax };
}
