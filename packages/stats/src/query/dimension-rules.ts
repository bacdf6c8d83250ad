import type { MetricId } from '../metrics.ts';
import type { Dimension } from '../query.ts';

const OF_PRODUCTS: readonly MetricId[] = [
  'product_views',
  'add_to_carts',
  'view_to_order_rate',
  'orders',
  'units',
  'gross_sales',
  'discounts',
  'returns',
  'adjustments',
  'net_sales',
];

/** The metrics that dimensions with several values have; all others have every metric. */
const METRICS_OF: Partial<Record<Dimension, readonly MetricId[]>> = {
  page: ['page_views', 'sessions', 'visitors'],
  event: ['events', 'sessions', 'visitors'],
  product: OF_PRODUCTS,
  collection: OF_PRODUCTS,
  customer: [
    'orders',
    'units',
    'gross_sales',
    'discounts',
    'returns',
    'adjustments',
    'net_sales',
    'taxes',
    'shipping',
    'total_sales',
    'average_order_value',
    'shop_orders',
    'coverage',
  ],
};

/** What an order is known by without its visit: of all else an order that no browser told of has nothing. */
const OF_ORDERS_THEMSELVES: ReadonlySet<Dimension> = new Set([
  'country',
  'browser',
  'hour',
  'weekday',
  'customer',
]);

/** Whether a metric of several values together has to be counted, and is not what they add up to. */
export function isDistinct(dimension: Dimension, metric: MetricId): boolean {
  if (metric === 'returning_customer_rate') return hasMetric(dimension, metric);
  if (metric === 'view_to_order_rate') return countsTwice(dimension, 'orders');
  return countsTwice(dimension, metric);
}

/** Whether a metric can be told per value of a dimension. */
export function hasMetric(dimension: Dimension, metric: MetricId): boolean {
  if (metric === 'coverage' && !OF_ORDERS_THEMSELVES.has(dimension)) return false;
  return METRICS_OF[dimension]?.includes(metric) ?? true;
}

/** Whether the values of a dimension add up to more than the total, because one visit or order has several of them. */
export function countsTwice(dimension: Dimension, metric: MetricId): boolean {
  if (!hasMetric(dimension, metric)) return false;
  // Somebody who comes on two days counts on each of them, and so on both weekdays.
  if (metric === 'visitors') return dimension !== 'weekday';
  if (metric === 'sessions') return dimension === 'page' || dimension === 'event';
  return metric === 'orders' && (dimension === 'product' || dimension === 'collection');
}
