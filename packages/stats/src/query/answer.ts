import { asOf } from '../as-of.ts';
import { addDays } from '../calendar.ts';
import type { Database } from '../database.ts';
import { previousRange, resolvePeriod } from '../period.ts';
import type { ParsedStatsQuery, SeriesPoint, StatsAnswer } from '../query.ts';
import type { StoreSettings } from '../store.ts';
import { readStore, type StoreRow } from '../store-row.ts';
import { TimeZone } from '../time-zone.ts';
import { breakDown, type Breakdown } from './breakdown.ts';
import { Figures, valuesOf } from './figures.ts';
import { feasibleInterval } from './interval.ts';
import type { Selection } from './selection.ts';
import { bucketsOf } from './series.ts';
import { foreignCurrencyWarning, readingWarnings, rebuildingWarning } from './warnings.ts';

/** What answering takes from outside; both are epoch ms. */
export interface AnswerClock {
  /** Decides what "today" is. */
  readonly now: number;
  /** The time that passes while answering. */
  readonly elapsed: () => number;
}

const NO_ROWS: Breakdown = { rows: [], others: null, rowCount: 0 };

/** Answers questions about what is folded, in their order; what several of them need is read once. */
export function answerQueries(
  db: Database,
  given: StoreSettings,
  queries: readonly ParsedStatsQuery[],
  clock: AnswerClock,
): StatsAnswer[] {
  const store = readStore(db);
  // On the days that are counted, which a store's new time zone changes by a rebuild only.
  const settings = { ...given, timeZone: store?.timeZone ?? given.timeZone };
  const zone = TimeZone.of(settings.timeZone);
  const figures = new Figures(db);
  return queries.map((query) => {
    const reply = (from: Figures) => answer(db, from, settings, store, query, clock);
    if (query.asOf === undefined) return reply(figures);
    // Nothing that was read of today's orders is of use here, nor the other way round.
    return asOf(db, zone, timeOf(query.asOf, zone), () => reply(new Figures(db)));
  });
}

function timeOf(time: number | string, zone: TimeZone): number {
  return typeof time === 'number' ? time : zone.startOfDay(addDays(time, 1)) - 1;
}

function answer(
  db: Database,
  figures: Figures,
  settings: StoreSettings,
  store: StoreRow | null,
  query: ParsedStatsQuery,
  clock: AnswerClock,
): StatsAnswer {
  const started = clock.elapsed();
  const { rowsRead, bytesRead } = db.usage;
  const zone = TimeZone.of(settings.timeZone);
  const firstAt = store?.firstAt ?? null;
  const range = resolvePeriod(
    query.range,
    zone.dayOf(clock.now),
    firstAt === null ? null : zone.dayOf(firstAt),
  );
  const compare = query.compare === 'previous' ? previousRange(range) : (query.compare ?? null);
  const selection: Selection = {
    range,
    filters: query.filters,
    bots: query.bots,
    currency: settings.currency,
    timeZone: settings.timeZone,
  };
  const before = compare && { ...selection, range: compare };
  const interval = query.interval ? feasibleInterval(query.interval, range) : null;
  const [dimension] = query.dimensions;

  const series = (of: Selection): SeriesPoint[] | null => {
    if (!interval) return null;
    const groups = figures.groups(query.metrics, of, `each_${interval}`);
    return bucketsOf(groups, interval, of.range, zone).map(({ at, day, until, measures }) => ({
      at,
      day,
      unfinished: until > clock.now,
      metrics: valuesOf(query.metrics, measures),
    }));
  };
  const totals = (of: Selection) => valuesOf(query.metrics, figures.total(query.metrics, of));
  const parts = {
    totals: totals(selection),
    totalsBefore: before && totals(before),
    series: series(selection),
    seriesBefore: before && series(before),
    ...(dimension ? breakDown(db, figures, query, dimension, selection, before) : NO_ROWS),
    warnings: [
      ...rebuildingWarning(store),
      ...readingWarnings(query, dimension, query.interval, interval),
      ...foreignCurrencyWarning(db, query, selection),
    ],
  };
  const { timeZone, currency } = settings;
  return {
    query: { ...query, range, compare, ...(interval ? { interval } : {}), timeZone, currency },
    ...parts,
    freshness: { lastEventAt: store?.lastAt ?? null, answeredAt: clock.now },
    rowsRead: db.usage.rowsRead - rowsRead,
    bytesRead: db.usage.bytesRead - bytesRead,
    durationMs: clock.elapsed() - started,
  };
}
