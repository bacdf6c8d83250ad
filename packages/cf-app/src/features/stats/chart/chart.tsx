import { METRICS, type MetricId } from '@layerkick/stats/metrics';
import type { Interval, StatsAnswer } from '@layerkick/stats/query';
import { useState } from 'react';
import { msg, type Phrase } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { formatRange } from '../format/day.ts';
import type { StatsSearch } from '../view/search.schema.ts';
import { ViewLink } from '../view/view-link.tsx';
import { PlotView } from './plot-view.tsx';
import { labellingOf, pairsOf } from './series.ts';
import { SeriesTable } from './series-table.tsx';
import { Tooltip } from './tooltip.tsx';

interface ChartProps {
  answer: StatsAnswer;
  metric: MetricId;
  search: StatsSearch;
  /** Offered beside the present one; none where there is no choice. */
  intervals: readonly Interval[];
}

/** The chosen figure over time, beside the period before. */
export function Chart({ answer, metric, search, intervals }: ChartProps) {
  const t = useT();
  const [active, setActive] = useState<number | null>(null);
  const labelling = labellingOf(answer, t);
  const pairs = pairsOf(answer);
  const pair = active === null ? undefined : pairs[active];
  const title = t(TITLES[labelling.interval], { metric: t(METRICS[metric].label) });
  return (
    <section className="chart" aria-labelledby="chart-title">
      <header className="chart-head">
        <h2 id="chart-title">{title}</h2>
        <span className="key" data-series="now">
          {formatRange(answer.query.range, labelling.presentYear, t)}
        </span>
        {answer.query.compare ? (
          <span className="key" data-series="past">
            {formatRange(answer.query.compare, labelling.presentYear, t)}
          </span>
        ) : null}
        {intervals.length > 1 ? (
          <nav className="tabs" aria-label={t('Interval of the chart')}>
            {intervals.map((interval) => (
              <ViewLink
                key={interval}
                search={{ ...search, interval }}
                aria-current={interval === labelling.interval ? 'true' : undefined}
              >
                {t(INTERVAL_NAMES[interval])}
              </ViewLink>
            ))}
          </nav>
        ) : null}
      </header>
      <PlotView
        answer={answer}
        pairs={pairs}
        metric={metric}
        labelling={labelling}
        title={title}
        active={active}
        onActive={setActive}
        tooltip={pair ? <Tooltip pair={pair} metric={metric} answer={answer} labelling={labelling} /> : null}
      />
      <SeriesTable pairs={pairs} metric={metric} answer={answer} labelling={labelling} title={title} />
    </section>
  );
}

const TITLES: Readonly<Record<Interval, Phrase>> = {
  hour: msg('{metric} by hour'),
  day: msg('{metric} by day'),
  week: msg('{metric} by week'),
  month: msg('{metric} by month'),
};

const INTERVAL_NAMES: Readonly<Record<Interval, Phrase>> = {
  hour: msg('Hour'),
  day: msg('Day'),
  week: msg('Week'),
  month: msg('Month'),
};
