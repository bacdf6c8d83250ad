import type { MetricId } from '../metrics.ts';
import type { MetricValues } from '../query.ts';
import { metricOf, type Of } from './measures.ts';

/** `metrics` as values, null for those that `isKnown` denies. */
export function valuesOf(
  metrics: readonly MetricId[],
  of: Of,
  isKnown: (metric: MetricId) => boolean = () => true,
): MetricValues {
  const values: { [Id in MetricId]?: number | null } = {};
  for (const metric of metrics) values[metric] = isKnown(metric) ? metricOf(metric, of) : null;
  return values;
}
