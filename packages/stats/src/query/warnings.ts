import type { Database } from '../database.ts';
import { METRICS } from '../metrics.ts';
import { minorUnitDigits } from '../money.ts';
import type { Dimension, Interval, ParsedStatsQuery, StatsWarning } from '../query.ts';
import type { StoreRow } from '../store-row.ts';
import { countsTwice, hasMetric } from './dimension-rules.ts';
import { selected, type Selection, tablesOf } from './selection.ts';
import { SOURCE_TABLES } from './source-tables.ts';
import { bindings } from './statement.ts';

/** What a reader of the rows and of the series has to know so as not to add up what does not add up. */
export function readingWarnings(
  { metrics }: ParsedStatsQuery,
  dimension: Dimension | undefined,
  asked: Interval | undefined,
  interval: Interval | null,
): StatsWarning[] {
  const warnings: StatsWarning[] = [];
  for (const metric of metrics) {
    const { label } = METRICS[metric];
    if (dimension && !hasMetric(dimension, metric)) {
      warnings.push({
        code: 'metric_without_dimension',
        message: `${label} cannot be told by ${dimension}.`,
      });
    } else if (dimension && countsTwice(dimension, metric)) {
      warnings.push({
        code: 'not_additive',
        message: `${label} by ${dimension} add up to more than the total: one may have several.`,
      });
    }
    if (interval === 'hour' && metric === 'visitors') {
      warnings.push({
        code: 'not_additive',
        message: `${label} by hour add up to more than the day: one may come back.`,
      });
    }
  }
  if (interval !== null && interval !== asked) {
    warnings.push({
      code: 'interval_coarsened',
      message: `The range has too many ${asked ?? ''}s for a series; it is by ${interval}.`,
    });
  }
  return warnings;
}

/** While a store is rebuilt its figures are incomplete. */
export function rebuildingWarning(store: StoreRow | null): StatsWarning[] {
  if (!store || store.repostedThrough === null) return [];
  const message = 'All figures are being worked out anew; part of them is still missing.';
  return [{ code: 'rebuilding', message }];
}

/** Amounts that are left out because they are in another currency than the store's, per currency. */
export function foreignCurrencyWarning(
  db: Database,
  { metrics }: ParsedStatsQuery,
  selection: Selection,
): StatsWarning[] {
  if (!metrics.some((metric) => METRICS[metric].unit === 'money')) return [];
  const { bind, parameters } = bindings();
  const currency = bind(selection.currency);
  const table = SOURCE_TABLES.orders;
  const amounts = db.all<{ currency: string; orders: number; net: number }>(
    // Not <>, which no index answers.
    `SELECT p.currency, SUM(p.is_order) AS orders, TOTAL(p.gross - p.discount - p.returns + p.adjustment) AS net
     FROM ${tablesOf(selection, table)}
     WHERE (p.currency < ${currency} OR p.currency > ${currency}) AND ${selected(selection, table, bind)}
     GROUP BY 1 ORDER BY 1`,
    ...parameters,
  );
  if (amounts.length === 0) return [];
  const list = amounts.map(({ currency: code, orders, net }) => {
    const digits = minorUnitDigits(code);
    return `${(net / 10 ** digits).toFixed(digits)} ${code} in ${orders} ${orders === 1 ? 'order' : 'orders'}`;
  });
  return [
    {
      code: 'foreign_currency',
      message: `Amounts in other currencies are not included: net sales of ${list.join(', ')}.`,
      amounts: amounts.map(({ currency: code, orders, net }) => ({ currency: code, orders, netSales: net })),
    },
  ];
}
