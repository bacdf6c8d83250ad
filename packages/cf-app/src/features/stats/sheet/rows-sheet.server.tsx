import type { StatsAnswer, StatsQuery } from '@layerkick/stats/query';
import { METRICS, type MetricId } from '@layerkick/stats/metrics';
import { StateLink } from '../fragments/state-link.tsx';
import { formatMetric } from '../format/value.ts';
import { type Breakdown, breakdownOf, PANEL_TITLES, tabsOf } from '../panels/catalog.ts';
import { exportLink } from '../panels/export-link.ts';
import { panelPage } from '../panels/panel-page.ts';
import { RankTable } from '../panels/rank-table.tsx';
import { rowName } from '../panels/row-words.ts';
import { Warnings } from '../states/warnings.tsx';
import type { StoreOfPage } from '../store-of-page.server.ts';
import { selectionOf } from '../view/queries.ts';
import { type PanelId, type StatsSearch, withoutSheet } from '../view/search.schema.ts';
import { Pager, ROWS_A_PAGE } from './pager.tsx';
import { SheetHead } from './sheet-head.tsx';
import { SheetTools } from './sheet-tools.tsx';
import { SortLink } from './sort-link.tsx';

/** As far as a search goes through rows. */
const SEARCHED_ROWS = 5000;
const ROWS_AT_A_TIME = 1000;

/** All rows of a panel: searched, sorted, page by page. */
export async function rowsSheet(store: StoreOfPage, search: StatsSearch, panel: PanelId) {
  const { t, settings } = store;
  const usual = breakdownOf(panel, search);
  const rank = search.by !== undefined && usual.allColumns.includes(search.by) ? search.by : usual.rank;
  const breakdown: Breakdown = { ...usual, rank };
  const ascending = search.up ?? false;
  const question: StatsQuery = {
    ...selectionOf(search),
    dimensions: [breakdown.dimension],
    metrics: [...breakdown.allColumns],
    orderBy: { metric: rank, direction: ascending ? 'asc' : 'desc' },
  };
  const { answer, count, place } = await page(store, question, breakdown, search);
  const title = t(PANEL_TITLES[panel]);
  const asked = withoutSheet(search);
  const total = formatMetric(rank, answer.totals[rank], settings.currency, t);
  return (
    <>
      <SheetHead title={title}>
        <nav className="tabs" aria-label={t('{panel} by', { panel: title })}>
          {tabsOf(panel, search).map((tab) => (
            <StateLink
              key={tab.label}
              search={{ ...asked, ...tab.search, show: panel }}
              aria-current={tab.current ? 'true' : undefined}
            >
              {t(tab.label)}
            </StateLink>
          ))}
        </nav>
      </SheetHead>
      <SheetTools
        title={title}
        search={search}
        csv={store.mayExport ? exportLink(panelPage(store, asked), question) : null}
      />
      <Warnings warnings={answer.warnings} />
      <div className="rank sheet-scroll" data-sheet={panel}>
        {answer.rows.length === 0 ? (
          <p className="panel-empty">{search.find ? t('Nothing found') : t('Nothing in this period.')}</p>
        ) : (
          <RankTable
            answer={answer}
            breakdown={breakdown}
            asked={asked}
            whole
            ascending={ascending}
            renderHeading={({ metric, name, ranks }) => (
              <SortLink search={search} metric={metric} name={name} sorted={ranks} ascending={ascending} />
            )}
          />
        )}
      </div>
      <footer className="sheet-foot">
        <Pager search={search} place={place} count={count} />
        <span className="panel-total" data-metric={rank} data-value={answer.totals[rank] ?? ''}>
          {totalWords(rank, total, store)}
        </span>
      </footer>
    </>
  );
}

function totalWords(rank: MetricId, amount: string, { t }: StoreOfPage): string {
  return METRICS[rank].unit === 'money'
    ? t('Total {amount}', { amount })
    : t('Total {amount} {metric}', { amount, metric: t(METRICS[rank].label) });
}

interface Page {
  /** With the rows that are shown. */
  readonly answer: StatsAnswer;
  readonly count: number;
  readonly place: number;
}

async function page(
  store: StoreOfPage,
  question: StatsQuery,
  { dimension }: Breakdown,
  search: StatsSearch,
): Promise<Page> {
  const place = search.place ?? 0;
  const wanted = search.find?.trim().toLowerCase() ?? '';
  if (wanted === '') {
    const answer = await one(store, { ...question, limit: ROWS_A_PAGE, offset: place });
    return { answer, count: answer.rowCount, place };
  }
  const { answer, rows } = await manyRows(store, question);
  const found = rows.filter(
    (row) =>
      rowName(row, dimension, store.t).toLowerCase().includes(wanted) ||
      (row.dimensions[0] ?? '').toLowerCase().includes(wanted),
  );
  return {
    answer: { ...answer, rows: found.slice(place, place + ROWS_A_PAGE), others: null },
    count: found.length,
    place,
  };
}

async function manyRows(store: StoreOfPage, question: StatsQuery) {
  const answer = await one(store, { ...question, limit: ROWS_AT_A_TIME });
  const rows = [...answer.rows];
  while (rows.length < Math.min(answer.rowCount, SEARCHED_ROWS)) {
    const more = await one(store, { ...question, limit: ROWS_AT_A_TIME, offset: rows.length });
    if (more.rows.length === 0) break;
    rows.push(...more.rows);
  }
  return { answer, rows };
}

async function one(store: StoreOfPage, question: StatsQuery): Promise<StatsAnswer> {
  const [answer] = await store.ask([question]);
  if (!answer) throw new Error('A question was left without an answer');
  return answer;
}
