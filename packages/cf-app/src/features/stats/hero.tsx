import { METRIC_IDS } from '@layerkick/stats/metrics';
import { useT } from '#/features/i18n/use-t.ts';
import type { StatsReport } from './answers.ts';
import { Cards } from './cards/cards.tsx';
import { Chart } from './chart/chart.tsx';
import { Explanations } from './figures/explanations.tsx';
import { FailedPanel } from './panels/failed-panel.tsx';
import { QuietPeriod } from './states/quiet-period.tsx';
import { Warnings } from './states/warnings.tsx';
import type { StatsSearch } from './view/search.schema.ts';
import { Why } from './why/why.tsx';
import { viewOf } from './view/view.ts';

interface HeroProps {
  report: StatsReport;
  search: StatsSearch;
  retry: () => void;
}

/** Six figures and the chart of the chosen one: a single surface. */
export function Hero({ report, search, retry }: HeroProps) {
  const t = useT();
  const { overview } = report.answers;
  if (!overview.ok) {
    return (
      <section className="panel hero min-h-96">
        <FailedPanel title={t('The overview')} requestId={report.requestId} retry={retry} />
      </section>
    );
  }
  const { answer } = overview;
  // The answer has all six figures in it: choosing another one waits for nothing.
  const { metric, intervals } = viewOf(search);
  return (
    <section className="panel hero" aria-label={t('Overview')}>
      <Cards answer={answer} search={search} chosen={metric} />
      <Warnings warnings={answer.warnings} />
      <QuietPeriod answer={answer} search={search} />
      <div className="hero-body">
        <Chart answer={answer} metric={metric} search={search} intervals={intervals} />
        <Why
          why={report.why}
          currency={answer.query.currency}
          search={search}
          requestId={report.requestId}
          retry={retry}
        />
      </div>
      <Explanations metrics={METRIC_IDS} totals={answer.totals} currency={answer.query.currency} />
    </section>
  );
}
