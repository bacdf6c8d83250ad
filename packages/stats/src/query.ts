import { z } from 'zod';
import { countDays, FIRST_DAY, LAST_DAY } from './calendar.ts';
import { type Dimension, DIMENSIONS } from './dimensions.ts';
import { filters } from './filter.ts';
import { METRIC_IDS, type MetricId } from './metrics.ts';

export { DIMENSIONS, type Dimension } from './dimensions.ts';
export type { Filter } from './filter.ts';

/** A store-local calendar day, `YYYY-MM-DD`. */
export const day = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'not a day, YYYY-MM-DD')
  .refine(isCalendarDay, 'no such day')
  .refine((value) => value >= FIRST_DAY && value <= LAST_DAY, `not within ${FIRST_DAY} and ${LAST_DAY}`);

export const PERIODS = [
  'today',
  'yesterday',
  '7d',
  '28d',
  '30d',
  '90d',
  'month',
  'quarter',
  'last_month',
  'year',
  'all',
] as const;
export type Period = (typeof PERIODS)[number];

const MAX_DAYS = 20_000;

/** Both ends included, in the store's time zone. */
export const dayRange = z
  .object({ from: day, to: day })
  .refine((range) => range.from <= range.to, { message: 'from is after to', path: ['from'] })
  .refine((range) => countDays(range.from, range.to) <= MAX_DAYS, {
    message: `longer than ${MAX_DAYS} days`,
    path: ['to'],
  });
export type DayRange = z.infer<typeof dayRange>;

export const BASELINES = ['previous', 'previous_year', 'matching_weekdays'] as const;
/**
 * `previous`: as many days, ending the day before `range` starts. `previous_year`: the same dates a year before.
 * `matching_weekdays`: as many days as whole weeks before as it takes not to overlap.
 */
export const baseline = z.union([z.enum(BASELINES), dayRange]);
export type Baseline = z.infer<typeof baseline>;

export const INTERVALS = ['hour', 'day', 'week', 'month'] as const;
export type Interval = (typeof INTERVALS)[number];

/** One question to one store. Used by the dashboard, the HTTP API and exports alike. */
export const statsQuery = z.strictObject({
  metrics: z.array(z.enum(METRIC_IDS)).min(1).max(METRIC_IDS.length),
  range: z.union([z.enum(PERIODS), dayRange]),
  compare: baseline.optional(),
  /** Adds `series` to the answer. */
  interval: z.enum(INTERVALS).optional(),
  /** Adds `rows`: one per value. */
  dimensions: z.array(z.enum(DIMENSIONS)).max(1).default([]),
  /** Which visits and orders count: those for which all of these hold. */
  filters: filters.default([]),
  /** Default: the first metric, descending. */
  orderBy: z.object({ metric: z.enum(METRIC_IDS), direction: z.enum(['asc', 'desc']) }).optional(),
  limit: z.int().min(1).max(1000).default(10),
  offset: z.int().min(0).max(1_000_000).default(0),
  /** Include traffic that was classified as automated. */
  bots: z.boolean().default(false),
  /**
   * Orders as they were known then: at that time (epoch ms), or at the end of that day. What was said about them later
   * (refunds, late imports, the shop's own amounts) does not count yet. Visits are as they are known now.
   */
  asOf: z.union([z.int().min(0), day]).optional(),
});
export type StatsQuery = z.input<typeof statsQuery>;
export type ParsedStatsQuery = z.output<typeof statsQuery>;

/** Money in minor units of the store's currency, rates as fractions, durations in seconds; null is "not known" (a ratio over nothing). */
export type MetricValues = { readonly [Id in MetricId]?: number | null };

export interface StatsAnswer {
  /** The question as it was executed: periods resolved to days. */
  readonly query: Omit<ParsedStatsQuery, 'range' | 'compare'> & {
    readonly range: DayRange;
    readonly compare: DayRange | null;
    readonly timeZone: string;
    readonly currency: string;
  };
  readonly totals: MetricValues;
  readonly totalsBefore: MetricValues | null;
  readonly rows: readonly StatsRow[];
  /** All rows beyond `limit` (and before `offset`) together, exact; null where there are none. */
  readonly others: {
    readonly count: number;
    readonly metrics: MetricValues;
    readonly before: MetricValues | null;
  } | null;
  /** Number of distinct values of the dimension in the range. */
  readonly rowCount: number;
  readonly series: readonly SeriesPoint[] | null;
  readonly seriesBefore: readonly SeriesPoint[] | null;
  readonly freshness: {
    /** Time of the newest event or order that is counted, epoch ms; null where the store has none. */
    readonly lastEventAt: number | null;
    /** When the answer was computed, epoch ms. Everything accepted before is in it. */
    readonly answeredAt: number;
  };
  /** What this answer took beyond what the questions before it in the same call had read already. */
  readonly rowsRead: number;
  readonly bytesRead: number;
  /** As far as the platform lets a clock run while computing: in production it stands still. */
  readonly durationMs: number;
  readonly warnings: readonly StatsWarning[];
}

export interface StatsRow {
  /** One value per dimension of the query. */
  readonly dimensions: readonly string[];
  /** How to show it where that differs from the value: a product's name for its id. */
  readonly label?: string;
  readonly metrics: MetricValues;
  readonly before: MetricValues | null;
}

export interface SeriesPoint {
  /** Start of the interval, epoch ms. */
  readonly at: number;
  /** First store-local day of the interval. */
  readonly day: string;
  /** The interval has not ended yet. */
  readonly unfinished: boolean;
  readonly metrics: MetricValues;
}

export interface StatsWarning {
  /** Stable. */
  readonly code:
    | 'foreign_currency'
    | 'not_additive'
    | 'metric_without_dimension'
    | 'interval_coarsened'
    | 'rebuilding';
  readonly message: string;
  /** With `metric_without_dimension`: which of the two. */
  readonly metric?: MetricId;
  readonly dimension?: Dimension;
  /** With `foreign_currency`: what is in none of the figures, in minor units of each currency. */
  readonly amounts?: readonly {
    readonly currency: string;
    readonly orders: number;
    readonly netSales: number;
  }[];
}

function isCalendarDay(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
