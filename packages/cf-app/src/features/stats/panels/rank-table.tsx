import type { MetricId } from '@layerkick/stats/metrics';
import type { MetricValues, StatsAnswer } from '@layerkick/stats/query';
import { ChangeMark } from '../figures/change-mark.tsx';
import { ExplainedName } from '../figures/explain.tsx';
import { formatCount, formatMetric } from '../format/value.ts';
import { DIMENSION_WORDS } from '../view/dimension-words.ts';
import type { StatsSearch } from '../view/search.schema.ts';
import type { Breakdown } from './catalog.ts';
import { columnWidth } from './column-width.ts';
import { columnName } from './column-words.ts';
import { RowLink } from './row-link.tsx';
import { barWidths, categoryOf } from './share.ts';

interface RankTableProps {
  answer: StatsAnswer;
  breakdown: Breakdown;
  search: StatsSearch;
  enlarged: boolean;
}

/** Rows by rank, what is left of them in one more row, so that the column adds up. */
export function RankTable({ answer, breakdown, search, enlarged }: RankTableProps) {
  const { dimension, rank } = breakdown;
  const columns = enlarged ? breakdown.allColumns : breakdown.columns;
  const needs = (metric: MetricId) => roomNeededBy(metric, breakdown);
  const compared = answer.query.compare !== null;
  const widths = barWidths(answer.rows, rank);
  const split = breakdown.panel === 'devices';
  if (answer.rows.length === 0) return <p className="panel-empty">Nothing in this period.</p>;
  return (
    <div className="rank-scroll">
      <table>
        <colgroup>
          <col />
          {columns.map((metric, index) => (
            <col
              key={metric}
              data-needs={needs(metric)}
              style={{
                width: widthOf(columnWidth(metric, answer), !compared && index === columns.length - 1),
              }}
            />
          ))}
          {compared ? <col style={{ width: widthOf(CHANGE_WIDTH, true) }} /> : null}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{DIMENSION_WORDS[dimension].label}</th>
            {columns.map((metric) => (
              <th key={metric} scope="col" data-needs={needs(metric)}>
                <ExplainedName metric={metric}>{columnName(metric)}</ExplainedName>
              </th>
            ))}
            {compared ? <th scope="col">Change</th> : null}
          </tr>
        </thead>
        <tbody>
          {answer.rows.map((row, index) => (
            <tr key={row.dimensions[0]} data-row={row.dimensions[0]}>
              <td>
                <RowLink
                  row={row}
                  dimension={dimension}
                  search={search}
                  width={split ? null : (widths[index] ?? 0)}
                  category={split ? categoryOf(index) : null}
                />
              </td>
              <Figures
                metrics={columns}
                rank={rank}
                needs={needs}
                values={row.metrics}
                currency={answer.query.currency}
              />
              {compared ? <ChangeCell rank={rank} now={row.metrics} before={row.before} /> : null}
            </tr>
          ))}
          {answer.others ? (
            <tr className="others" data-others={answer.others.count}>
              <td>
                {formatCount(answer.others.count)} {answer.others.count === 1 ? 'other' : 'others'}
              </td>
              <Figures
                metrics={columns}
                rank={rank}
                needs={needs}
                values={answer.others.metrics}
                currency={answer.query.currency}
              />
              {compared ? (
                <ChangeCell rank={rank} now={answer.others.metrics} before={answer.others.before} />
              ) : null}
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>
  );
}

/** A triangle and "1,234 %". */
const CHANGE_WIDTH = 9;

/** `figures` side by side and the space before them; the last column has the panel's edge behind it. */
function widthOf(figures: number, last: boolean): string {
  return last ? `calc(${figures}ch + 10px + var(--pad))` : `calc(${figures}ch + 10px)`;
}

type RoomNeeded = 'some' | 'much' | undefined;

/** The ranking column always stays. */
function roomNeededBy(metric: MetricId, { rank, roomy }: Breakdown): RoomNeeded {
  if (metric === rank) return undefined;
  return roomy.includes(metric) ? 'much' : 'some';
}

interface FiguresProps {
  metrics: readonly MetricId[];
  rank: MetricId;
  needs: (metric: MetricId) => RoomNeeded;
  values: MetricValues;
  currency: string;
}

function Figures({ metrics, rank, needs, values, currency }: FiguresProps) {
  return metrics.map((metric) => (
    <td
      key={metric}
      data-metric={metric}
      data-value={values[metric] ?? ''}
      data-rank={metric === rank ? '' : undefined}
      data-needs={needs(metric)}
    >
      {formatMetric(metric, values[metric], currency)}
    </td>
  ));
}

interface ChangeCellProps {
  rank: MetricId;
  now: MetricValues;
  before: MetricValues | null;
}

function ChangeCell({ rank, now, before }: ChangeCellProps) {
  return (
    <td>
      {/* A row that was not there before was nothing. */}
      <ChangeMark metric={rank} now={now[rank]} before={before === null ? 0 : before[rank]} />
    </td>
  );
}
