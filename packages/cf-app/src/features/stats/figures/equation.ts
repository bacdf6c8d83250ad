import type { MetricId } from '@layerkick/stats/metrics';
import type { MetricValues, StatsWarning } from '@layerkick/stats/query';
import { msg, type Phrase } from '#/features/i18n/translate.ts';

/** One line of the sum that makes a figure. */
export interface Term {
  readonly sign: '' | '+' | '−' | '÷';
  /** A metric's name, or what else is counted. */
  readonly label: Phrase | MetricId;
  /** What it is formatted as. */
  readonly unit: MetricId;
  readonly value: number;
}

/** Metrics that are made of others, and the questions' metrics that their equations need. */
const PARTS = {
  net_sales: ['gross_sales', 'discounts', 'returns', 'adjustments'],
  total_sales: ['net_sales', 'taxes', 'shipping'],
  average_order_value: ['gross_sales', 'discounts', 'orders'],
  conversion_rate: ['sessions'],
  bounce_rate: ['sessions'],
  views_per_session: ['page_views', 'sessions'],
  visit_duration: ['sessions'],
  view_to_order_rate: ['orders', 'product_views'],
} as const satisfies { readonly [Id in MetricId]?: readonly MetricId[] };

/** What has to be asked to fill a metric's formula in. */
export function partsOf(metric: MetricId): readonly MetricId[] {
  const parts: Partial<Record<MetricId, readonly MetricId[]>> = PARTS;
  return parts[metric] ?? [];
}

type Known = { readonly totals: MetricValues; readonly warnings: readonly StatsWarning[] };

/**
 * The formula of a metric with its actual figures, which come to its value exactly. Null where it is counted rather than
 * calculated, or where a figure is not known.
 */
export function equationOf(metric: MetricId, { totals, warnings }: Known): Term[] | null {
  const of = (id: MetricId) => totals[id] ?? 0;
  const value = totals[metric];
  if (value === null || value === undefined) return null;
  const term = (sign: Term['sign'], id: MetricId): Term => ({ sign, label: id, unit: id, value: of(id) });
  /** What a share is a share of is known; what it counts follows from it, and is a whole number. */
  const counted = (label: Phrase, per: MetricId): Term[] => [
    { sign: '', label, unit: per, value: Math.round(value * of(per)) },
    term('÷', per),
  ];
  switch (metric) {
    case 'net_sales':
      return [
        term('', 'gross_sales'),
        term('−', 'discounts'),
        term('−', 'returns'),
        ...(of('adjustments') === 0 ? [] : [term('+', 'adjustments')]),
      ];
    case 'total_sales':
      return [term('', 'net_sales'), term('+', 'taxes'), term('+', 'shipping')];
    case 'average_order_value': {
      const foreign = warnings
        .flatMap(({ amounts = [] }) => amounts)
        .reduce((sum, { orders }) => sum + orders, 0);
      return [
        term('', 'gross_sales'),
        term('−', 'discounts'),
        { ...term('÷', 'orders'), value: of('orders') - foreign },
      ];
    }
    case 'conversion_rate':
      return counted(msg('Sessions with an order'), 'sessions');
    case 'bounce_rate':
      return counted(msg('Sessions that bounced'), 'sessions');
    case 'views_per_session':
      return [term('', 'page_views'), term('÷', 'sessions')];
    case 'visit_duration':
      return [
        {
          sign: '',
          label: msg('Time in all sessions'),
          unit: 'visit_duration',
          value: value * of('sessions'),
        },
        term('÷', 'sessions'),
      ];
    case 'view_to_order_rate':
      return [term('', 'orders'), term('÷', 'product_views')];
    default:
      return null;
  }
}
