import { METRICS } from '../metrics.ts';
import type { Dimension, Interval, ParsedStatsQuery, StatsWarning } from '../query.ts';
import type { StoreRow } from '../store-row.ts';
import { countsTwice, hasMetric } from './dimension-rules.ts';

/** What a reader of the rows and of the series has to know so as not to add up what does not add up. */
export function readingWarnings(
  { metrics }: ParsedStatsQuery,
  dimension: Dimension | undefined,
  asked: Interval | undefined,
  interval: Interval | null,
): StatsWarning[] {
  const warnings: StatsWarning[] = [];
  for (const metric of metrics) {
    const { label } = METRICS[metric];
    if (dimension && !hasMetric(dimension, metric)) {
      warnings.push({
        code: 'metric_without_dimension',
        message: `${label} cannot be told by ${dimension}.`,
        metric,
        dimension,
      });
    } else if (dimension && countsTwice(dimension, metric)) {
      warnings.push({
        code: 'not_additive',
        message: `${label} by ${dimension} add up to more than the total: one may have several.`,
      });
    }
    if (interval === 'hour' && metric === 'visitors') {
      warnings.push({
        code: 'not_additive',
        message: `${label} by hour add up to more than the day: one may come back.`,
      });
    }
  }
  if (interval !== null && interval !== asked) {
    warnings.push({
      code: 'interval_coarsened',
      message: `The range has too many ${asked ?? ''}s for a series; it is by ${interval}.`,
    });
  }
  return warnings;
}

/** While a store is rebuilt its figures are incomplete. */
export function rebuildingWarning(store: StoreRow | null): StatsWarning[] {
  if (!store || store.repostedThrough === null) return [];
  const message = 'All figures are being worked out anew; part of them is still missing.';
  return [{ code: 'rebuilding', message }];
}
