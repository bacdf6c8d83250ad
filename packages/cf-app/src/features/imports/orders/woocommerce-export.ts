import { z } from 'zod';
import { toMinorUnits } from '@layerkick/stats/money';
import { afterRefund } from './after-refund.ts';
import type {
  EntriesOfOrder,
  ExportRow,
  ImportContext,
  OrderExport,
  OrderGroup,
  ReadRow,
} from './order-export.ts';
import {
  amountOrNone,
  countryOf,
  currencyOrNone,
  digitsOrNone,
  present,
  quantity,
  readCells,
  text,
} from './platform-cells.ts';
import { shareOut } from './share-out.ts';
import { entriesOfToldOrder } from './told-order.ts';
import { instantOf } from '../wall-clock.ts';

const cells = z.object({
  order_number: present,
  /** What webhooks know the order by; the same as its number unless a plugin numbers orders. */
  order_id: digitsOrNone,
  order_date: text,
  status: present,
  order_currency: currencyOrNone,
  shipping_total: amountOrNone,
  tax_total: amountOrNone,
  discount_total: amountOrNone,
  refunded_total: amountOrNone,
  order_total: amountOrNone,
  customer_id: digitsOrNone,
  shipping_country: text,
  billing_country: text,
  product_id: digitsOrNone,
  sku: text,
  product_name: present,
  quantity,
  /** Of the line, after discounts, without tax. */
  item_total: amountOrNone,
});

interface WoocommerceRow extends ExportRow {
  readonly cells: z.output<typeof cells>;
  /** Epoch ms. */
  readonly at: number;
}

/** Begun and never placed, or thrown away: as with webhooks, these are no orders. */
const NO_ORDERS = new Set(['checkout-draft', 'auto-draft', 'draft', 'new', 'trash']);
const GIVEN_UP = new Set(['cancelled', 'failed']);

/** One row per line as WooCommerce's export extensions write it; totals on the first row of an order only. */
export const WOOCOMMERCE_EXPORT: OrderExport<WoocommerceRow> = {
  name: 'woocommerce',
  needs: ['order_number', 'order_date', 'status', 'order_total', 'product_name', 'quantity', 'item_total'],
  readRow,
  entriesOf,
};

function readRow(cell: (heading: string) => string, { zone }: ImportContext): ReadRow<WoocommerceRow> {
  const read = readCells(cells, cell);
  if (!read.ok) return read;
  const { order_number: order, order_date: date, status } = read.row;
  const at = instantOf(date, zone);
  if (at === null) return { ok: false, reason: 'order_date is not a time such as 2026-04-26 21:32:57' };
  if (NO_ORDERS.has(plainStatus(status))) return { ok: false, reason: `${plainStatus(status)}, so no order` };
  return { ok: true, row: { order, cells: read.row, at, remark: null } };
}

function entriesOf({ order, rows }: OrderGroup<WoocommerceRow>, context: ImportContext): EntriesOfOrder {
  const first = rows.find(({ row }) => row.cells.order_total !== '')?.row;
  if (first === undefined) return { ok: false, reason: 'order_total is on none of the rows of its order' };
  const told = first.cells;
  const currency = told.order_currency || context.currency;
  const minor = (amount: string) => toMinorUnits(amount || '0', currency);
  const tax = minor(told.tax_total);
  const shipping = minor(told.shipping_total);
  const discount = minor(told.discount_total);
  // Fees are in it, which belong to no line.
  const goods = Math.max(0, minor(told.order_total) - tax - shipping);
  const status = plainStatus(told.status);
  const refunded = status === 'refunded' ? goods + tax + shipping : minor(told.refunded_total);

  const nets = rows.map(({ row }) => minor(row.cells.item_total));
  const discounts = shareOut(discount, nets);
  return entriesOfToldOrder(
    'woocommerce',
    {
      order: told.order_id || order,
      at: first.at,
      currency,
      gross: goods + discount,
      discount,
      ...afterRefund(refunded, { goods, tax, shipping }),
      customer: /^0*$/.test(told.customer_id) ? undefined : `woocommerce:${told.customer_id}`,
      country: countryOf(told.shipping_country || told.billing_country),
      lines: rows.map(({ row: { cells: line } }, index) => ({
        product: line.product_id || line.sku || line.product_name.slice(0, 200),
        name: line.product_name.slice(0, 500),
        quantity: line.quantity,
        gross: (nets[index] ?? 0) + (discounts[index] ?? 0),
        discount: discounts[index] ?? 0,
      })),
      cancelledAt: GIVEN_UP.has(status) ? first.at : null,
    },
    context,
    remarkOn(status, refunded),
  );
}

/** Some exports write `wc-completed`, as the database does. */
function plainStatus(status: string): string {
  return status.toLowerCase().replace(/^wc-/, '');
}

function remarkOn(status: string, refunded: number): string | null {
  if (GIVEN_UP.has(status)) return `${status}, on the day of the order, since the file does not say when`;
  return refunded > 0 ? 'refunded, on the day of the order, since the file does not say when' : null;
}
