import type { MetricId } from '@layerkick/stats/metrics';
import type { StatsAnswer } from '@layerkick/stats/query';
import { formatMetric } from '../format/value.ts';
import type { Breakdown } from './catalog.ts';
import { columnName } from './column-words.ts';

/** One figure per row. */
export interface Column {
  readonly metric: MetricId;
  readonly name: string;
  /** Rows are ordered by it; it always stays in sight. */
  readonly ranks: boolean;
  /** Where there is less room, the column is not shown until the panel is enlarged. */
  readonly needs: 'some' | 'much' | undefined;
  /** How many figures wide its longest cell is. */
  readonly figures: number;
}

type Cells = Pick<StatsAnswer, 'rows' | 'others'> & {
  readonly query: Pick<StatsAnswer['query'], 'currency'>;
};

export function columnsOf(answer: Cells, breakdown: Breakdown, enlarged: boolean): Column[] {
  const { rank, roomy, columns, allColumns } = breakdown;
  return (enlarged ? allColumns : columns).map((metric) => ({
    metric,
    name: columnName(metric),
    ranks: metric === rank,
    needs: metric === rank ? undefined : roomy.includes(metric) ? 'much' : 'some',
    figures: longestCell(metric, answer),
  }));
}

/** Letters of the smaller heading are narrower than figures. */
const HEADING_PART = 0.8;

/** Figures are never cut, and stores differ by orders of magnitude. */
function longestCell(metric: MetricId, { rows, others, query }: Cells): number {
  const values = [...rows.map((row) => row.metrics[metric]), others?.metrics[metric]];
  const cells = values.map((value) => formatMetric(metric, value, query.currency).length);
  return Math.max(Math.ceil(columnName(metric).length * HEADING_PART), ...cells);
}
