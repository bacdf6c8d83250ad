import { addDays } from '../calendar.ts';
import type { DatabaseUsage } from '../database.ts';
import type { DayReader } from '../days/day-reader.ts';
import type { OrderReader } from '../orders/order-reader.ts';
import { comparedRange, resolvePeriod } from '../period.ts';
import type { DayRange, ParsedStatsQuery, SeriesPoint, StatsAnswer } from '../query.ts';
import type { StoreSettings } from '../store.ts';
import type { StoreRow } from '../store-row.ts';
import { TimeZone } from '../time-zone.ts';
import { feasibleInterval } from './interval.ts';
import { readingWarnings, rebuildingWarning } from './warnings.ts';
import type { AnswerCache, Findings } from './answer-cache.ts';
import { breakDown, type Breakdown } from './breakdown.ts';
import { Figures } from './figures.ts';
import { foreignCurrencyWarning } from './foreign-amounts.ts';
import type { Kept } from './scan/kept.ts';
import { forgetMasks } from './scan/new-mask.ts';
import { Reading } from './scan/reading.ts';
import type { Selection } from './scan/selection.ts';
import { bucketsOf } from './series.ts';
import { valuesOf } from './values.ts';

/** What answers are made of. */
export interface Sources {
  readonly days: DayReader;
  readonly orders: OrderReader;
  /** Does `work` while `orders` are as they were known then, epoch ms. */
  readonly asOf: <Result extends object>(time: number, work: () => Result) => Result;
  /** Null as long as nothing was ever stored. */
  readonly store: StoreRow | null;
  /** What reading them has cost so far. */
  readonly usage: DatabaseUsage;
  readonly kept: Kept;
  /** Null: every answer is worked out anew. */
  readonly answers: AnswerCache | null;
}

/** What answering takes from outside; both are epoch ms. */
export interface AnswerClock {
  /** Decides what "today" is. */
  readonly now: number;
  /** The time that passes while answering. */
  readonly elapsed: () => number;
}

const NO_ROWS: Breakdown = { rows: [], others: null, rowCount: 0 };

/** Answers questions about what is folded, in their order; what several of them need is counted once. */
export function answerQueries(
  sources: Sources,
  given: StoreSettings,
  queries: readonly ParsedStatsQuery[],
  clock: AnswerClock,
): StatsAnswer[] {
  forgetMasks();
  const { days, orders, asOf, store, kept } = sources;
  // On the days that are counted, which a store's new time zone changes by a rebuild only.
  const settings = { ...given, timeZone: store?.timeZone ?? given.timeZone };
  const zone = TimeZone.of(settings.timeZone);
  const newFigures = () => new Figures(new Reading(days, orders, zone, kept));
  const figures = newFigures();
  return queries.map((query) => {
    const reply = (from: Figures) => answer(sources, from, settings, query, clock);
    if (query.asOf === undefined) return reply(figures);
    // Nothing that was counted of today's orders is of use here, nor the other way round.
    return asOf(timeOf(query.asOf, zone), () => reply(newFigures()));
  });
}

function timeOf(time: number | string, zone: TimeZone): number {
  return typeof time === 'number' ? time : zone.startOfDay(addDays(time, 1)) - 1;
}

function answer(
  { store, usage, answers }: Sources,
  figures: Figures,
  settings: StoreSettings,
  query: ParsedStatsQuery,
  clock: AnswerClock,
): StatsAnswer {
  const started = clock.elapsed();
  const { rowsRead, bytesRead } = usage;
  const { timeZone, currency } = settings;
  const zone = TimeZone.of(timeZone);
  const firstAt = store?.firstAt ?? null;
  const range = resolvePeriod(
    query.range,
    zone.dayOf(clock.now),
    firstAt === null ? null : zone.dayOf(firstAt),
  );
  const compare = query.compare === undefined ? null : comparedRange(query.compare, range);
  const select = (of: DayRange) => figures.select(of, query.filters, query.bots, currency);
  const selection = select(range);
  const before = compare && select(compare);
  const interval = query.interval ? feasibleInterval(query.interval, range) : null;
  const [dimension] = query.dimensions;

  const series = (of: Selection): SeriesPoint[] | null => {
    if (!interval) return null;
    const at = figures.series(query.metrics, of, interval);
    return bucketsOf(interval, of.range, zone).map(({ at: start, day, until }, place) => ({
      at: start,
      day,
      unfinished: until > clock.now,
      metrics: valuesOf(query.metrics, at(place)),
    }));
  };
  const totals = (of: Selection) => valuesOf(query.metrics, figures.total(query.metrics, of));
  const find = (): Findings => ({
    totals: totals(selection),
    totalsBefore: before && totals(before),
    series: series(selection),
    seriesBefore: before && series(before),
    ...(dimension ? breakDown(figures, query, dimension, selection, before) : NO_ROWS),
    warnings: [
      ...readingWarnings(query, dimension, query.interval, interval),
      ...foreignCurrencyWarning(figures.reading, query, selection),
    ],
  });
  const asked = { ...query, range, compare, ...(interval ? { interval } : {}), timeZone, currency };
  const isOver = [range, compare].every((of) => of === null || zone.endOfDay(of.to) <= clock.now);
  // Orders as they were known once are taken back again.
  const isKept = isOver && query.asOf === undefined;
  const findings =
    answers && isKept ? answers.find(JSON.stringify(asked), figures.reading.from, find) : find();
  return {
    query: asked,
    ...findings,
    warnings: [...rebuildingWarning(store), ...findings.warnings],
    freshness: { lastEventAt: store?.lastAt ?? null, answeredAt: clock.now },
    rowsRead: usage.rowsRead - rowsRead,
    bytesRead: usage.bytesRead - bytesRead,
    durationMs: clock.elapsed() - started,
  };
}
