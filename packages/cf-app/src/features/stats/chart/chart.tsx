import { METRICS } from '@layerkick/stats/metrics';
import type { Interval, StatsAnswer } from '@layerkick/stats/query';
import { useState } from 'react';
import { formatRange } from '../format/day.ts';
import type { CardMetric, StatsSearch } from '../view/search.schema.ts';
import { ViewLink } from '../view/view-link.tsx';
import { PlotView } from './plot-view.tsx';
import { labellingOf, pairsOf } from './series.ts';
import { SeriesTable } from './series-table.tsx';
import { Tooltip } from './tooltip.tsx';

interface ChartProps {
  answer: StatsAnswer;
  metric: CardMetric;
  search: StatsSearch;
  /** Offered beside the present one; none where there is no choice. */
  intervals: readonly Interval[];
}

/** The chosen figure over time, beside the period before. */
export function Chart({ answer, metric, search, intervals }: ChartProps) {
  const [active, setActive] = useState<number | null>(null);
  const labelling = labellingOf(answer);
  const pairs = pairsOf(answer);
  const pair = active === null ? undefined : pairs[active];
  const title = `${METRICS[metric].label} by ${labelling.interval}`;
  return (
    <section className="chart" aria-labelledby="chart-title">
      <header className="chart-head">
        <h2 id="chart-title">{title}</h2>
        <span className="key" data-series="now">
          {formatRange(answer.query.range, labelling.presentYear)}
        </span>
        {answer.query.compare ? (
          <span className="key" data-series="past">
            {formatRange(answer.query.compare, labelling.presentYear)}
          </span>
        ) : null}
        {intervals.length > 1 ? (
          <nav className="tabs" aria-label="Interval of the chart">
            {intervals.map((interval) => (
              <ViewLink
                key={interval}
                search={{ ...search, interval }}
                aria-current={interval === labelling.interval ? 'true' : undefined}
              >
                {capitalised(interval)}
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

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
