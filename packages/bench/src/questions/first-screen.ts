import type { MetricId } from '@layerkick/stats/metrics';
import type { Dimension, StatsQuery } from '@layerkick/stats/query';
import type { Selection } from './selection.ts';

const PANELS: readonly (readonly [Dimension, readonly MetricId[]])[] = [
  ['channel', ['sessions', 'conversion_rate', 'net_sales']],
  ['source', ['sessions', 'conversion_rate', 'net_sales']],
  ['campaign', ['sessions', 'conversion_rate', 'net_sales']],
  ['product', ['net_sales', 'units', 'product_views']],
  ['page', ['page_views', 'visitors']],
  ['landing_page', ['sessions', 'bounce_rate']],
  ['exit_page', ['sessions', 'bounce_rate']],
  ['country', ['sessions', 'conversion_rate', 'net_sales']],
  ['device', ['sessions', 'conversion_rate', 'net_sales']],
  ['browser', ['sessions', 'conversion_rate']],
  ['system', ['sessions', 'conversion_rate']],
];

/** Twelve panels: cards with their daily series, and eleven lists; each compared with the 30 days before. */
export function firstScreen({ range, filters }: Selection): StatsQuery[] {
  const common = { range, filters: [...filters], compare: 'previous' as const };
  return [
    {
      ...common,
      metrics: ['net_sales', 'orders', 'conversion_rate', 'average_order_value', 'sessions', 'visitors'],
      interval: 'day',
    },
    ...PANELS.map(([dimension, metrics]) => ({
      ...common,
      dimensions: [dimension],
      metrics: [...metrics],
      limit: 7,
    })),
  ];
}
