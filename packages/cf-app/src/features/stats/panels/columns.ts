import type { MetricId } from '@layerkick/stats/metrics';
import type { StatsAnswer } from '@layerkick/stats/query';
import type { T } from '#/features/i18n/translate.ts';
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

export function columnsOf(answer: Cells, breakdown: Breakdown, enlarged: boolean, t: T): Column[] {
  const { rank, roomy, columns, allColumns } = breakdown;
  return (enlarged ? allColumns : columns).map((metric) => ({
    metric,
    name: columnName(metric, t),
    ranks: metric === rank,
    needs: metric === rank ? undefined : roomy.includes(metric) ? 'much' : 'some',
    figures: Math.max(
      headingLength(columnName(metric, t)) + (enlarged && metric === rank ? ARROW : 0),
      longestCell(metric, answer, t),
    ),
  }));
}

/** Letters of the smaller heading are narrower than figures. */
const HEADING_PART = 0.8;
/** Which way rows are sorted, where they can be. */
const ARROW = 2;

function headingLength(name: string): number {
  return Math.ceil(name.length * HEADING_PART);
}

/** Figures are never cut, and stores differ by orders of magnitude. */
function longestCell(metric: MetricId, { rows, others, query }: Cells, t: T): number {
  const values = [...rows.map((row) => row.metrics[metric]), others?.metrics[metric]];
  const cells = values.map((value) => formatMetric(metric, value, query.currency, t).length);
  return Math.max(...cells);
}
