import type { LedgerEntry } from '@layerkick/stats/orders/ledger-entry';
import { minorUnitDigits, toMinorUnits } from '@layerkick/stats/money';
import { countryCode } from './country-code.ts';
import type { ExportRow, ImportContext, ReadRow } from './order-export.ts';
import type { OrderLayout } from './order-layout.ts';
import { instantOf } from '../wall-clock.ts';

/** One line of one order, as an export has it. */
export interface OrderRow extends ExportRow {
  readonly kind: 'sale' | 'cancellation' | 'adjustment';
  /** Epoch ms. */
  readonly at: number;
  readonly product: string;
  readonly name: string;
  readonly quantity: number;
  /** Price times quantity, minor units; negative where goods or money go back. */
  readonly amount: number;
  readonly customer: string;
  readonly country: string;
}

/** Reads a row by its headings. What cannot be read is never guessed: it comes back with the reason. */
export function readOrderRow(
  layout: OrderLayout,
  cell: (heading: string) => string,
  { zone, currency }: ImportContext,
): ReadRow<OrderRow> {
  const { columns } = layout;
  const order = cell(columns.order);
  if (order === '') return { ok: false, reason: `${columns.order} is empty` };
  const product = cell(columns.product);
  if (product === '') return { ok: false, reason: `${columns.product} is empty` };
  const at = instantOf(cell(columns.at), zone);
  if (at === null) return { ok: false, reason: `${columns.at} is not a time such as 2011-03-27 14:05:00` };
  const quantity = cell(columns.quantity);
  if (!/^-?\d{1,9}$/.test(quantity))
    return { ok: false, reason: `${columns.quantity} is not a whole number` };
  const price = cell(columns.price);
  if (!/^-?\d{1,9}(\.\d{1,6})?$/.test(price))
    return { ok: false, reason: `${columns.price} is not a price such as 2.55` };

  const kind = kindOf(layout, order);
  const amount = toMinorUnits(price, currency, Number(quantity));
  if (kind === 'sale' && amount < 0) return { ok: false, reason: 'a sale of less than nothing' };
  if (kind === 'cancellation' && amount > 0)
    return { ok: false, reason: 'a cancellation that charges money' };
  return {
    ok: true,
    row: {
      order,
      kind,
      at,
      product,
      name: cell(columns.name),
      quantity: Number(quantity),
      amount,
      // Spreadsheets and data frames write a number with an empty cell in its column as 17850.0.
      customer: columns.customer === undefined ? '' : cell(columns.customer).replace(/\.0$/, ''),
      country: columns.country === undefined ? '' : countryCode(cell(columns.country), layout.countries),
      remark: remarkOn(price, currency),
    },
  };
}

function kindOf(layout: OrderLayout, order: string): LedgerEntry['kind'] & OrderRow['kind'] {
  return layout.kinds.find(({ prefix }) => order.startsWith(prefix))?.kind ?? 'sale';
}

function remarkOn(price: string, currency: string): string | null {
  if (Number(price) === 0) return 'no price, so part of its order and nothing in sales';
  const places = price.split('.')[1]?.replace(/0+$/, '').length ?? 0;
  return places > minorUnitDigits(currency) ? 'a fraction of the smallest coin, rounded in this row' : null;
}
