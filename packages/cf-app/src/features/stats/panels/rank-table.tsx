import type { StatsAnswer } from '@layerkick/stats/query';
import { useT } from '#/features/i18n/use-t.ts';
import { DIMENSION_WORDS } from '../view/dimension-words.ts';
import type { StatsSearch } from '../view/search.schema.ts';
import type { Breakdown } from './catalog.ts';
import { columnsOf } from './columns.ts';
import { RankCells } from './rank-cells.tsx';
import { RankColumns, RankHeadings } from './rank-columns.tsx';
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
  const t = useT();
  if (answer.rows.length === 0) return <p className="panel-empty">{t('Nothing in this period.')}</p>;
  const { dimension, rank, panel } = breakdown;
  const { rows, others, query } = answer;
  const cells = {
    columns: columnsOf(answer, breakdown, enlarged, t),
    rank,
    compared: query.compare !== null,
    currency: query.currency,
  };
  const widths = barWidths(rows, rank);
  // Devices have a bar of their own above the table, whose colours the rows explain.
  const split = panel === 'devices';
  return (
    <div className="rank-scroll">
      <table>
        <RankColumns {...cells} />
        <RankHeadings {...cells} first={t(DIMENSION_WORDS[dimension].label)} />
        <tbody>
          {rows.map((row, index) => (
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
