import type { MetricId } from '@layerkick/stats/metrics';

/** Panels rank by what the reader is looking at: money or visits. */
export function rankFor(metric: MetricId): 'net_sales' | 'sessions' {
  return OF_VISITS.has(metric) ? 'sessions' : 'net_sales';
}

const OF_VISITS: ReadonlySet<MetricId> = new Set([
  'sessions',
  'visitors',
  'page_views',
  'views_per_session',
  'bounce_rate',
  'visit_duration',
  'conversion_rate',
  'product_views',
  'add_to_carts',
  'checkouts',
  'events',
]);
