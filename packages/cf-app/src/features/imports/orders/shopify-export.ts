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
  Name: present,
  /** The number that webhooks know the order by; exports of some apps leave it out. */
  Id: digitsOrNone,
  Currency: currencyOrNone,
  Subtotal: amountOrNone,
  Shipping: amountOrNone,
  Taxes: amountOrNone,
  Duties: amountOrNone,
  Total: amountOrNone,
  'Refunded Amount': amountOrNone,
  'Created at': text,
  'Cancelled at': text,
  'Shipping Country': text,
  'Billing Country': text,
  'Lineitem name': present,
  'Lineitem sku': text,
  'Lineitem quantity': quantity,
  'Lineitem price': amountOrNone,
  'Lineitem discount': amountOrNone,
});

interface ShopifyRow extends ExportRow {
  readonly cells: z.output<typeof cells>;
  /** Epoch ms, on the first row of an order. */
  readonly at: number | null;
  readonly cancelledAt: number | null;
}

/** Orders → Export of Shopify's admin: one row per line, what concerns the whole order on its first row only. */
export const SHOPIFY_EXPORT: OrderExport<ShopifyRow> = {
  name: 'shopify',
  needs: ['Name', 'Created at', 'Total', 'Lineitem name', 'Lineitem quantity'],
  readRow,
  entriesOf,
};

function readRow(cell: (heading: string) => string, { zone }: ImportContext): ReadRow<ShopifyRow> {
  const read = readCells(cells, cell);
  if (!read.ok) return read;
  const { Name, 'Created at': created, 'Cancelled at': cancelled, Total } = read.row;
  const at = instantOf(created, zone);
  const cancelledAt = instantOf(cancelled, zone);
  if (created !== '' && at === null) return { ok: false, reason: 'Created at is not a time' };
  if (cancelled !== '' && cancelledAt === null) return { ok: false, reason: 'Cancelled at is not a time' };
  if (created !== '' && Total === '') return { ok: false, reason: 'Total is empty' };
  return { ok: true, row: { order: Name, cells: read.row, at, cancelledAt, remark: null } };
}

function entriesOf({ order, rows }: OrderGroup<ShopifyRow>, context: ImportContext): EntriesOfOrder {
  const first = rows.find(({ row }) => row.at !== null)?.row;
  if (first?.at == null) return { ok: false, reason: 'the first row of its order is missing or not used' };
  const told = first.cells;
  const currency = told.Currency || context.currency;
  const minor = (amount: string, times = 1) => toMinorUnits(amount || '0', currency, times);
  const total = minor(told.Total);
  const shipping = minor(told.Shipping);
  const taxes = minor(told.Taxes) + minor(told.Duties);
  const goods = goodsOf(told, minor, { total, shipping, taxes });

  const prices = rows.map(({ row }) => minor(row.cells['Lineitem price'], row.cells['Lineitem quantity']));
  const afterOwn = rows.map(({ row }, index) =>
    Math.max(0, (prices[index] ?? 0) - minor(row.cells['Lineitem discount'])),
  );
  const listed = prices.reduce((sum, price) => sum + price, 0);
  // Prices may include tax: as much of them is sales as of what was paid after discounts.
  const paid = told.Subtotal === '' ? goods : minor(told.Subtotal);
  const gross = paid === 0 || listed === 0 ? Math.max(listed, goods) : Math.round((listed * goods) / paid);
  const weights = listed === 0 && rows.length === 1 ? [1] : prices;
  const grossOf = shareOut(gross, weights);
  const netOf = shareOut(goods, afterOwn.every((amount) => amount === 0) ? weights : afterOwn);
  const left = afterRefund(minor(told['Refunded Amount']), { goods, tax: taxes, shipping });

  return entriesOfToldOrder(
    'shopify',
    {
      order: told.Id || order,
      at: first.at,
      currency,
      gross: Math.max(gross, goods),
      discount: Math.max(gross, goods) - goods,
      ...left,
      country: countryOf(told['Shipping Country'] || told['Billing Country']),
      lines: rows.map(({ row: { cells: line } }, index) => ({
        product: line['Lineitem sku'] || line['Lineitem name'].slice(0, 200),
        name: line['Lineitem name'].slice(0, 500),
        quantity: line['Lineitem quantity'],
        gross: grossOf[index] ?? 0,
        discount: (grossOf[index] ?? 0) - (netOf[index] ?? 0),
      })),
      cancelledAt: first.cancelledAt,
    },
    context,
    remarkOn(told, listed),
  );
}

/** Goods after discounts, without tax. */
function goodsOf(
  told: ShopifyRow['cells'],
  minor: (amount: string) => number,
  { total, shipping, taxes }: { total: number; shipping: number; taxes: number },
): number {
  if (told.Subtotal === '') return Math.max(0, total - shipping - taxes);
  const subtotal = minor(told.Subtotal);
  const isTaxIncluded = taxes > 0 && subtotal + shipping >= total;
  return Math.max(0, isTaxIncluded ? subtotal - taxes : subtotal);
}

function remarkOn(told: ShopifyRow['cells'], listed: number): string | null {
  if (told['Refunded Amount'] !== '' && Number(told['Refunded Amount']) > 0)
    return 'refunded, on the day of the order, since the file does not say when';
  if (told.Id === '') return 'no Id, so known by its name, apart from what webhooks tell of it';
  if (told.Subtotal === '') return 'no Subtotal, so the total without shipping and taxes counts as sales';
  return listed === 0 ? 'no prices of its lines' : null;
}
