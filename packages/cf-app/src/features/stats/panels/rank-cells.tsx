import type { MetricId } from '@layerkick/stats/metrics';
import type { MetricValues } from '@layerkick/stats/query';
import { useT } from '#/features/i18n/use-t.ts';
import { ChangeMark } from '../figures/change-mark.tsx';
import { formatMetric } from '../format/value.ts';
import type { Column } from './columns.ts';

interface RankCellsProps {
  columns: readonly Column[];
  rank: MetricId;
  now: MetricValues;
  before: MetricValues | null;
  /** Whether there is a period to compare with. */
  compared: boolean;
  currency: string;
}

/** The figures of one row, and how the one that ranks it changed. */
export function RankCells({ columns, rank, now, before, compared, currency }: RankCellsProps) {
  const t = useT();
  return (
    <>
      {columns.map(({ metric, ranks, needs }) => (
        <td
          key={metric}
          data-metric={metric}
          data-value={now[metric] ?? ''}
          data-rank={ranks ? '' : undefined}
          data-needs={needs}
        >
          {formatMetric(metric, now[metric], currency, t)}
        </td>
      ))}
      {compared ? (
        <td>
          {/* A row that was not there before was nothing. */}
          <ChangeMark metric={rank} now={now[rank]} before={before === null ? 0 : before[rank]} />
        </td>
      ) : null}
    </>
  );
}
