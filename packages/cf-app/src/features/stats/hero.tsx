import { useT } from '#/features/i18n/use-t.ts';
import type { StatsReport } from './answers.ts';
import { Cards } from './cards/cards.tsx';
import { Chart } from './chart/chart.tsx';
import { FailedPanel } from './panels/failed-panel.tsx';
import { QuietPeriod } from './states/quiet-period.tsx';
import { Warnings } from './states/warnings.tsx';
import type { Arrived } from './use-arrived.ts';
import type { StatsSearch } from './view/search.schema.ts';
import { viewOf } from './view/view.ts';
import { WhySlot } from './why/why-slot.tsx';

interface HeroProps {
  report: StatsReport;
  /** The explanation, which comes later. */
  why: Arrived | null;
  search: StatsSearch;
  retry: () => void;
}

/** The figures, the chart of the chosen one and why it changed: a single surface. */
export function Hero({ report, why, search, retry }: HeroProps) {
  const t = useT();
  const { overview, cards } = report;
  if (!overview.ok) {
    return (
      <section className="panel hero min-h-96">
        <FailedPanel title={t('The overview')} requestId={report.requestId} retry={retry} />
      </section>
    );
  }
  const { answer } = overview;
  // The answer has all figures of the cards in it: choosing another one waits for nothing.
  const { metric } = viewOf(search, cards);
  return (
    <section className="panel hero" aria-label={t('Overview')}>
      <Cards answer={answer} search={search} cards={cards} chosen={metric} />
      <Warnings warnings={answer.warnings} />
      <QuietPeriod answer={answer} search={search} />
      <div className="hero-body">
        <Chart answer={answer} metric={metric} search={search} />
        {why ? <WhySlot part={why} search={search} retry={retry} /> : null}
      </div>
    </section>
  );
}
