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

/** Money is wider than counts. */
export function isMoney(metric: MetricId): boolean {
  return METRICS[metric].unit === 'money';
}
