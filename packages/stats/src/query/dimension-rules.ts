import type { MetricId } from '../metrics.ts';
import type { Dimension } from '../query.ts';

/** The metrics that pages and products have; all others have every metric. */
const METRICS_OF: Partial<Record<Dimension, readonly MetricId[]>> = {
  page: ['page_views', 'sessions', 'visitors'],
  product: [
    'product_views',
    'add_to_carts',
    'orders',
    'units',
    'gross_sales',
    'discounts',
    'returns',
    'adjustments',
    'net_sales',
  ],
};

/** Whether a metric can be told per value of a dimension. */
export function hasMetric(dimension: Dimension, metric: MetricId): boolean {
  return METRICS_OF[dimension]?.includes(metric) ?? true;
}

/** Whether the values of a dimension add up to more than the total, because one visit or order has several of them. */
export function countsTwice(dimension: Dimension, metric: MetricId): boolean {
  if (!hasMetric(dimension, metric)) return false;
  if (metric === 'visitors') return true;
  return (dimension === 'page' && metric === 'sessions') || (dimension === 'product' && metric === 'orders');
}
