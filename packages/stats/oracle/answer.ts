import type { MetricId } from '../src/metrics.ts';
import type { DayRange, MetricValues, SeriesPoint, StatsAnswer, StatsQuery } from '../src/query.ts';
import { breakDown } from './breakdown.ts';
import { entriesOf, eventsOf } from './history.ts';
import { measure } from './measure.ts';
import { intervalFor, resolve, spansOf } from './periods.ts';
import { during, type Known, select, type Selected } from './selection.ts';
import { type OracleWarning, warningsOf } from './warnings.ts';

/** An answer without what it cost. */
export type OracleAnswer = Omit<
  StatsAnswer,
  'query' | 'warnings' | 'rowsRead' | 'bytesRead' | 'durationMs'
> & {
  readonly range: DayRange;
  readonly compare: DayRange | null;
  readonly warnings: readonly OracleWarning[];
};

/** `now` is epoch ms. */
export function answer(known: Known, query: StatsQuery, now: number): OracleAnswer {
  const { timeZone } = known.history.store;
  const times = [...eventsOf(known.history), ...entriesOf(known.history)].map(({ at }) => at);
  const { range, compare } = resolve(known, query, now);
  const of = (days: DayRange) =>
    select(known, { range: days, filters: query.filters ?? [], bots: query.bots ?? false });
  const selected = of(range);
  const before = compare && of(compare);

  const measured = (some: Selected) => pick(query.metrics, measure(known, some));
  // Most hours of a year of which a few days are told have nothing in them.
  const nothing = measured({ visits: [], events: [], statements: [] });
  const values = (some: Selected) =>
    some.visits.length + some.events.length + some.statements.length === 0 ? nothing : measured(some);
  const series = (some: Selected, days: DayRange): SeriesPoint[] | null =>
    query.interval === undefined
      ? null
      : spansOf(intervalFor(query.interval, range), days, timeZone).map(({ at, until, day }) => ({
          at,
          day,
          unfinished: until > now,
          metrics: values(during(some, at, until)),
        }));

  return {
    range,
    compare,
    totals: values(selected),
    totalsBefore: before && values(before),
    ...breakDown(known, query, selected, before),
    series: series(selected, range),
    seriesBefore: before && compare && series(before, compare),
    freshness: { lastEventAt: times.length === 0 ? null : Math.max(...times), answeredAt: now },
    warnings: warningsOf(known, query, range, selected),
  };
}

function pick(metrics: readonly MetricId[], values: Readonly<Record<MetricId, number | null>>): MetricValues {
  return Object.fromEntries(metrics.map((metric) => [metric, values[metric]]));
}
