import type { MetricId } from '../src/metrics.ts';
import type { DayRange, StatsAnswer, StatsQuery } from '../src/query.ts';
import { isToldBy } from './breakdown.ts';
import { sumOf } from './orders.ts';
import { intervalFor } from './periods.ts';
import type { Known, Selected } from './selection.ts';

const MONEY: readonly MetricId[] = [
  'gross_sales',
  'discounts',
  'returns',
  'adjustments',
  'net_sales',
  'taxes',
  'shipping',
  'total_sales',
  'average_order_value',
];

/** What programs read of a warning. */
export type OracleWarning = Omit<StatsAnswer['warnings'][number], 'message'>;

/** What somebody who adds up rows or points, or misses an amount, has to know. */
export function warningsOf(
  known: Known,
  query: StatsQuery,
  range: DayRange,
  selected: Selected,
): readonly OracleWarning[] {
  const [dimension] = query.dimensions ?? [];
  const interval = query.interval && intervalFor(query.interval, range);
  const codes = query.metrics.flatMap((metric) => {
    const found: OracleWarning[] = [];
    if (dimension && !isToldBy(dimension, metric))
      found.push({ code: 'metric_without_dimension', metric, dimension });
    else if (dimension && hasSeveral(dimension, metric)) found.push({ code: 'not_additive' });
    if (interval === 'hour' && metric === 'visitors') found.push({ code: 'not_additive' });
    return found;
  });
  return [
    ...codes,
    ...(interval === query.interval ? [] : [{ code: 'interval_coarsened' as const }]),
    ...(query.metrics.some((metric) => MONEY.includes(metric)) ? foreignAmounts(known, selected) : []),
  ];
}

/** Whether one visitor, session or order may be in several rows. */
function hasSeveral(dimension: string, metric: MetricId): boolean {
  // A visitor is another one on every day, and so on every weekday.
  if (metric === 'visitors') return dimension !== 'weekday';
  if (metric === 'sessions') return dimension === 'page' || dimension === 'event';
  return metric === 'orders' && (dimension === 'product' || dimension === 'collection');
}

function foreignAmounts({ history }: Known, { statements }: Selected): readonly OracleWarning[] {
  const foreign = statements.filter(({ currency }) => currency !== history.store.currency);
  if (foreign.length === 0) return [];
  const amounts = [...Map.groupBy(foreign, ({ currency }) => currency)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, of]) => {
      const sum = sumOf(of.map((statement) => statement.amounts));
      return {
        currency,
        orders: of.filter(({ isOrder }) => isOrder).length,
        netSales: sum.gross - sum.discount - sum.returns + sum.adjustment,
      };
    });
  return [{ code: 'foreign_currency', amounts }];
}
