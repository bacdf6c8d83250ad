import { METRICS, type MetricId } from '@layerkick/stats/metrics';
import type { Interval, StatsAnswer } from '@layerkick/stats/query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { ChartLine, Table2 } from 'lucide-react';
import { lazy, memo, Suspense, useState } from 'react';
import { msg, type Phrase } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { formatRange } from '../format/day.ts';
import { useShown } from '../use-shown.ts';
import type { StatsSearch } from '../view/search.schema.ts';
import { viewOf } from '../view/view.ts';
import { ViewLink } from '../view/view-link.tsx';
import { PlotView } from './plot-view.tsx';
import { daysBetween } from './point-days.ts';
import { labellingOf, pairsOf } from './series.ts';
import { SeriesTable } from './series-table.tsx';
import { Tooltip } from './tooltip.tsx';

// What people say of days comes after the figures.
const ChartAnnotations = lazy(async () => ({
  default: (await import('#/features/annotations/chart-annotations.tsx')).ChartAnnotations,
}));

interface ChartProps {
  answer: StatsAnswer;
  metric: MetricId;
  search: StatsSearch;
}

/** The chosen figure over time, beside the period before. */
export const Chart = memo(function Chart({ answer, metric, search }: ChartProps) {
  const t = useT();
  const { intervals } = viewOf(search);
  const [active, setActive] = useState<number | null>(null);
  const slug = useStoreOnceShown();
  const labelling = labellingOf(answer, t);
  const pairs = pairsOf(answer);
  const pair = active === null ? undefined : pairs[active];
  const navigate = useNavigate();
  const asTable = search.chart === 'table';

  function showDays(a: number, b: number) {
    const [from, to] = [pairs[a]?.now, pairs[b]?.now];
    const { range } = answer.query;
    // Where the period of before is longer there is nothing to go to.
    if (!from || !to) return;
    const days = daysBetween(from, to, labelling.interval, range);
    if (days.from === range.from && days.to === range.to) return;
    setActive(null);
    void navigate({
      to: '.',
      search: { ...search, ...days, period: undefined, interval: undefined },
      resetScroll: false,
    });
  }

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
        <ViewLink
          search={{ ...search, chart: asTable ? undefined : 'table' }}
          className="icon-link"
          aria-label={asTable ? t('Show as a chart') : t('Show as a table')}
        >
          {asTable ? <ChartLine size={14} aria-hidden /> : <Table2 size={14} aria-hidden />}
        </ViewLink>
      </header>
      {asTable ? null : (
        <PlotView
          answer={answer}
          pairs={pairs}
          metric={metric}
          labelling={labelling}
          title={title}
          active={active}
          onActive={setActive}
          onDays={showDays}
          tooltip={
            pair ? <Tooltip pair={pair} metric={metric} answer={answer} labelling={labelling} /> : null
          }
        >
          {slug === undefined ? null : (
            <Suspense>
              <ChartAnnotations slug={slug} pairs={pairs} labelling={labelling} active={active} />
            </Suspense>
          )}
        </PlotView>
      )}
      <SeriesTable
        shown={asTable}
        pairs={pairs}
        metric={metric}
        answer={answer}
        labelling={labelling}
        title={title}
      />
    </section>
  );
});

/** The store in the address, as soon as the page is used; none on a shared page, which leads to nothing that people say. */
function useStoreOnceShown(): string | undefined {
  const { hash } = useParams({ strict: false });
  return useShown() ? hash : undefined;
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
