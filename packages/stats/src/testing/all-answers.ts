import { METRIC_IDS } from '../metrics.ts';
import { DIMENSIONS, type StatsAnswer } from '../query.ts';
import type { MeasuredStore } from './measured-store.ts';

/** Everything that can be asked about all days, without what asking took. */
export function allAnswers(store: MeasuredStore): Omit<StatsAnswer, 'rowsRead' | 'bytesRead'>[] {
  return DIMENSIONS.flatMap((dimension) =>
    [METRIC_IDS.slice(0, 12), METRIC_IDS.slice(12)].map((metrics) => {
      const {
        rowsRead: _,
        bytesRead: __,
        ...answer
      } = store.ask({
        range: 'all',
        interval: 'day',
        bots: true,
        limit: 1000,
        metrics,
        dimensions: [dimension],
        orderBy: { metric: metrics[0] ?? 'sessions', direction: 'desc' },
      });
      return answer;
    }),
  );
}
