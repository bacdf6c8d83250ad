import { METRICS, type MetricId } from '@layerkick/stats/metrics';
import { msg, type Phrase, type T } from '#/features/i18n/translate.ts';

/** Where a column is too narrow for the registry's name. */
const SHORT: Partial<Record<MetricId, Phrase>> = {
  conversion_rate: msg('Conv.'),
  product_views: msg('Views'),
  page_views: msg('Views'),
  add_to_carts: msg('Carts'),
  view_to_order_rate: msg('Conv.'),
  average_order_value: msg('Avg. order'),
  bounce_rate: msg('Bounce'),
};

export function columnName(metric: MetricId, t: T): string {
  return t(SHORT[metric] ?? METRICS[metric].label);
}
