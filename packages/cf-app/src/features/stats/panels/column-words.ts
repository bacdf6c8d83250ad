import { METRICS, type MetricId } from '@layerkick/stats/metrics';

/** Where a column is too narrow for the registry's name. */
const SHORT: Partial<Record<MetricId, string>> = {
  conversion_rate: 'Conv.',
  product_views: 'Views',
  page_views: 'Views',
};

export function columnName(metric: MetricId): string {
  return SHORT[metric] ?? METRICS[metric].label;
}
