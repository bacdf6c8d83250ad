import type { StatsAnswer } from '@layerkick/stats/query';
import type { ReactNode } from 'react';
import { useT } from '#/features/i18n/use-t.ts';
import { DIMENSION_WORDS } from '../view/dimension-words.ts';
import type { StatsSearch } from '../view/search.schema.ts';
import type { Breakdown } from './catalog.ts';
import { type Column, columnsOf } from './columns.ts';
import { RankCells } from './rank-cells.tsx';
import { RankColumns } from './rank-columns.tsx';
import { RowLink } from './row-link.tsx';
import { barWidths, categoryOf } from './share.ts';

interface RankTableProps {
  answer: StatsAnswer;
  breakdown: Breakdown;
  /** The state that rows and headings go on from. */
  asked: StatsSearch;
  /** With all columns, since it has the room. */
  whole?: boolean;
  /** Which figure the bars show; the one that ranks where left out. */
  renderHeading: (column: Column) => ReactNode;
  ascending?: boolean;
}

/** Panels whose shares are a bar above the table, in colours that the rows explain. */
const WITH_SPLIT_BAR = new Set(['devices', 'customers']);

/** Rows by rank, what is left of them in one more row, so that the column adds up. */
export function RankTable({
  answer,
  breakdown,
  asked,
  whole = false,
  renderHeading,
  ascending,
}: RankTableProps) {
  const t = useT();
  const { dimension, rank, panel } = breakdown;
  const { rows, others, query } = answer;
  const columns = columnsOf(answer, breakdown, whole, t);
  const cells = { columns, rank, compared: query.compare !== null, currency: query.currency };
  const widths = barWidths(rows, rank);
  const split = !whole && WITH_SPLIT_BAR.has(panel);
  return (
    <div className="rank-scroll">
      <table data-dimension={dimension}>
        <RankColumns {...cells} />
        <thead>
          <tr>
            <th scope="col">{t(DIMENSION_WORDS[dimension].label)}</th>
            {columns.map((column) => (
              <th
                key={column.metric}
                scope="col"
                data-needs={column.needs}
                aria-sort={whole && column.ranks ? (ascending ? 'ascending' : 'descending') : undefined}
              >
                {renderHeading(column)}
              </th>
            ))}
            {cells.compared ? <th scope="col">{t('Change')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.dimensions[0]} data-row={row.dimensions[0]}>
              <td>
                <RowLink
                  row={row}
                  dimension={dimension}
                  asked={asked}
                  width={split ? null : (widths[index] ?? 0)}
                  category={split ? categoryOf(index) : null}
                />
              </td>
              <RankCells {...cells} now={row.metrics} before={row.before} />
            </tr>
          ))}
          {others ? (
            <tr className="others" data-others={others.count}>
              <td>{t('{count} other|{count} others', { count: others.count })}</td>
              <RankCells {...cells} now={others.metrics} before={others.before} />
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>
  );
}
