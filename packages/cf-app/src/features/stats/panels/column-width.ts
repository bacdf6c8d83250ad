import type { MetricId } from '@layerkick/stats/metrics';
import type { StatsAnswer } from '@layerkick/stats/query';
import { formatMetric } from '../format/value.ts';
import { columnName } from './column-words.ts';

/** Letters of the smaller heading are narrower than figures. */
const HEADING_PART = 0.8;

/**
 * How many figures wide a column has to be for its longest cell: figures are never cut, and stores differ
 * by orders of magnitude.
 */
export function columnWidth(metric: MetricId, { rows, others, query }: ColumnCells): number {
  const values = [...rows.map((row) => row.metrics[metric]), others?.metrics[metric]];
  const cells = values.map((value) => formatMetric(metric, value, query.currency).length);
  return Math.max(Math.ceil(columnName(metric).length * HEADING_PART), ...cells);
}

type ColumnCells = Pick<StatsAnswer, 'rows' | 'others'> & {
  readonly query: Pick<StatsAnswer['query'], 'currency'>;
};
