import { METRICS } from '@layerkick/stats/metrics';
import type { StatsAnswer } from '@layerkick/stats/query';
import type { ReactNode } from 'react';
import { useT } from '#/features/i18n/use-t.ts';
import type { Answered } from '../answers.ts';
import { ExplainLink } from '../fragments/explain-link.tsx';
import { formatMetric } from '../format/value.ts';
import { Warnings } from '../states/warnings.tsx';
import type { PanelId } from '../view/search.schema.ts';
import { type Breakdown, breakdownOf, PANEL_TITLES, tabsOf } from './catalog.ts';
import { exportLink } from './export-link.ts';
import { FailedPart } from './failed-part.tsx';
import { FootLinks } from './foot-links.tsx';
import { PanelFrame } from './panel-frame.tsx';
import type { PanelPage } from './panel-page.ts';
import { panelQuestions } from './questions.ts';
import { RankTable } from './rank-table.tsx';

interface RankPanelProps {
  panel: PanelId;
  answered: Answered;
  page: PanelPage;
  /** Above the table, in the colours of its rows or beside it. */
  renderPicture?: ((answer: StatsAnswer, breakdown: Breakdown) => ReactNode) | undefined;
  /** Where there is nothing to rank. */
  empty?: ReactNode;
}

/** One breakdown: where from, what, where, on what. Each row is a filter. */
export function RankPanel({ panel, answered, page, renderPicture, empty }: RankPanelProps) {
  const t = useT();
  const { asked } = page;
  const title = t(PANEL_TITLES[panel]);
  const breakdown = breakdownOf(panel, asked);
  return (
    <PanelFrame panel={panel} title={title} asked={asked} tabs={tabsOf(panel, asked)}>
      {answered.ok ? (
        <div className="rank">
          {renderPicture?.(answered.answer, breakdown)}
          {answered.answer.rows.length === 0 ? (
            <p className="panel-empty">{empty ?? t('Nothing in this period.')}</p>
          ) : (
            <RankTable
              answer={answered.answer}
              breakdown={breakdown}
              asked={asked}
              renderHeading={({ metric, name }) => (
                <ExplainLink metric={metric} asked={asked}>
                  {name}
                </ExplainLink>
              )}
            />
          )}
          <Warnings warnings={answered.answer.warnings} />
          {answered.answer.rows.length === 0 ? null : (
            <Footer panel={panel} title={title} answer={answered.answer} breakdown={breakdown} page={page} />
          )}
        </div>
      ) : (
        <FailedPart title={title} page={page} />
      )}
    </PanelFrame>
  );
}

interface FooterProps {
  panel: PanelId;
  title: string;
  answer: StatsAnswer;
  breakdown: Breakdown;
  page: PanelPage;
}

/** The way to all rows, and the sum that they make. */
function Footer({ panel, title, answer, breakdown, page }: FooterProps) {
  const t = useT();
  const { rank } = breakdown;
  const total = formatMetric(rank, answer.totals[rank], answer.query.currency, t);
  return (
    <footer className="panel-foot">
      <FootLinks
        title={title}
        count={answer.rowCount}
        search={{ ...page.asked, show: panel }}
        csv={page.mayExport ? exportLink(page, panelQuestions(page.asked)[panel]) : null}
      />
      <span className="panel-total" data-metric={rank} data-value={answer.totals[rank] ?? ''}>
        {METRICS[rank].unit === 'money'
          ? t('Total {amount}', { amount: total })
          : t('Total {amount} {metric}', { amount: total, metric: t(METRICS[rank].label) })}
      </span>
    </footer>
  );
}
