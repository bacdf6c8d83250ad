import { netAt } from '../orders/day-orders.ts';
import { valueAt } from '../columns/coded.ts';
import { METRICS } from '../metrics.ts';
import { minorUnitDigits } from '../money.ts';
import type { ParsedStatsQuery, StatsWarning } from '../query.ts';
import type { Reading } from './scan/reading.ts';
import type { Selection } from './scan/selection.ts';

/** Amounts that are left out because they are in another currency than the store's, per currency. */
export function foreignCurrencyWarning(
  reading: Reading,
  { metrics }: ParsedStatsQuery,
  selection: Selection,
): StatsWarning[] {
  if (!metrics.some((metric) => METRICS[metric].unit === 'money')) return [];
  const amounts = foreignAmounts(reading, selection);
  if (amounts.length === 0) return [];
  const list = amounts.map(({ currency, orders, netSales }) => {
    const digits = minorUnitDigits(currency);
    return `${(netSales / 10 ** digits).toFixed(digits)} ${currency} in ${orders} ${orders === 1 ? 'order' : 'orders'}`;
  });
  return [
    {
      code: 'foreign_currency',
      message: `Amounts in other currencies are not included: net sales of ${list.join(', ')}.`,
      amounts,
    },
  ];
}

type ForeignAmount = NonNullable<StatsWarning['amounts']>[number];

function foreignAmounts(reading: Reading, { range, choice, currency }: Selection): ForeignAmount[] {
  const found = new Map<string, ForeignAmount>();
  for (const rows of reading.orders(range)) {
    const { postings } = rows.orders;
    if (postings.currency.values.every((code) => code === currency)) continue;
    const mask = rows.postings(choice);
    for (let row = 0; row < mask.length; row += 1) {
      const code = valueAt(postings.currency, row);
      if (mask[row] === 0 || code === currency) continue;
      const { orders, netSales } = found.get(code) ?? { orders: 0, netSales: 0 };
      found.set(code, {
        currency: code,
        orders: orders + (postings.isOrder[row] ?? 0),
        netSales: netSales + netAt(postings, row),
      });
    }
  }
  return [...found.values()].toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
}
