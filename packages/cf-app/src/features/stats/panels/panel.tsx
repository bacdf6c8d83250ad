import { Minimize2 } from 'lucide-react';
import { useT } from '#/features/i18n/use-t.ts';
import type { Answered } from '../answers.ts';
import type { PanelId, StatsSearch } from '../view/search.schema.ts';
import { ViewLink } from '../view/view-link.tsx';
import { Warnings } from '../states/warnings.tsx';
import { breakdownOf, PANEL_TITLES, tabsOf } from './catalog.ts';
import { FailedPanel } from './failed-panel.tsx';
import { PanelFooter } from './panel-footer.tsx';
import { RankTable } from './rank-table.tsx';
import { SplitBar } from './split-bar.tsx';

interface PanelProps {
  panel: PanelId;
  answered: Answered;
  /** The state that was answered, which decides rows and columns. */
  asked: StatsSearch;
  /** The state of the page, which links go on from. */
  search: StatsSearch;
  requestId: string;
  retry: () => void;
}

/** One breakdown: where from, what, where, on what. Each row is a filter. */
export function Panel({ panel, answered, asked, search, requestId, retry }: PanelProps) {
  const t = useT();
  const title = t(PANEL_TITLES[panel]);
  const breakdown = breakdownOf(panel, asked);
  const enlarged = asked.show === panel;
  const headingId = `panel-${panel}-title`;
  return (
    <section
      id={`panel-${panel}`}
      className="panel rank"
      data-panel={panel}
      data-enlarged={enlarged ? '' : undefined}
      aria-labelledby={headingId}
    >
      <header className="panel-head">
        <h2 id={headingId}>{title}</h2>
        <PanelTabs panel={panel} search={search} />
        {enlarged ? (
          <ViewLink
            search={{ ...search, show: undefined }}
            className="icon-link"
            aria-label={`${t('Show fewer')}: ${title}`}
          >
            <Minimize2 size={14} aria-hidden />
          </ViewLink>
        ) : null}
      </header>
      {answered.ok ? (
        <>
          {panel === 'devices' ? <SplitBar answer={answered.answer} rank={breakdown.rank} /> : null}
          <RankTable answer={answered.answer} breakdown={breakdown} search={search} enlarged={enlarged} />
          <Warnings warnings={answered.answer.warnings} />
          <PanelFooter
            panel={panel}
            answer={answered.answer}
            search={search}
            enlarged={enlarged}
            rank={breakdown.rank}
          />
        </>
      ) : (
        <FailedPanel title={title} requestId={requestId} retry={retry} />
      )}
    </section>
  );
}

function PanelTabs({ panel, search }: { panel: PanelId; search: StatsSearch }) {
  const t = useT();
  const tabs = tabsOf(panel, search);
  if (tabs.length === 0) return null;
  return (
    <nav className="tabs" aria-label={t('{panel} by', { panel: t(PANEL_TITLES[panel]) })}>
      {tabs.map((tab) => (
        <ViewLink
          key={tab.label}
          search={{ ...search, ...tab.search }}
          aria-current={tab.current ? 'true' : undefined}
        >
          {t(tab.label)}
        </ViewLink>
      ))}
    </nav>
  );
}
