import { METRICS, type MetricId } from '@layerkick/stats/metrics';
import type { StatsAnswer } from '@layerkick/stats/query';
import { Maximize2, Minimize2 } from 'lucide-react';
import { useT } from '#/features/i18n/use-t.ts';
import { formatMetric } from '../format/value.ts';
import type { PanelId, StatsSearch } from '../view/search.schema.ts';
import { ViewLink } from '../view/view-link.tsx';
import { PANEL_TITLES } from './catalog.ts';

interface PanelFooterProps {
  panel: PanelId;
  answer: StatsAnswer;
  search: StatsSearch;
  enlarged: boolean;
  /** The column that the total is of. */
  rank: MetricId;
}

/** The way to all rows, and the sum that they make. */
export function PanelFooter({ panel, answer, search, enlarged, rank }: PanelFooterProps) {
  const t = useT();
  const more = answer.rowCount > answer.rows.length;
  const total = formatMetric(rank, answer.totals[rank], answer.query.currency, t);
  return (
    <footer className="panel-foot">
      {enlarged ? (
        <ViewLink search={{ ...search, show: undefined }} className="more" hash={`panel-${panel}`}>
          {t('Show fewer')}
          <span className="sr-only">: {t(PANEL_TITLES[panel])}</span>
          <Minimize2 size={12} aria-hidden />
        </ViewLink>
      ) : more ? (
        <ViewLink search={{ ...search, show: panel }} className="more" hash={`panel-${panel}`}>
          {t('Show all {count}', { count: answer.rowCount })}
          <span className="sr-only">: {t(PANEL_TITLES[panel])}</span>
          <Maximize2 size={12} aria-hidden />
        </ViewLink>
      ) : (
        <span />
      )}
      <span className="panel-total" data-metric={rank} data-value={answer.totals[rank] ?? ''}>
        {METRICS[rank].unit === 'money'
          ? t('Total {amount}', { amount: total })
          : t('Total {amount} {metric}', { amount: total, metric: t(METRICS[rank].label) })}
      </span>
    </footer>
  );
}
