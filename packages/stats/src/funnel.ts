import { z } from 'zod';
import { filters } from './filter.ts';
import { baseline, dayRange, PERIODS, type DayRange, type StatsAnswer } from './query.ts';

export const STEP_DIMENSIONS = ['page', 'event', 'product'] as const;
export const FEWEST_STEPS = 2;
export const MOST_STEPS = 8;

/**
 * An event of a visit: `page`, a view of a page; `event`, anything of a name; `product`, a look at a product, by its id
 * or, for `contains` and `prefix`, its name as well. `values` are alternatives; `in` is another word for `is`.
 */
const step = z.strictObject({
  dimension: z.enum(STEP_DIMENSIONS),
  op: z.enum(['is', 'in', 'contains', 'prefix']).default('is'),
  values: z.array(z.string().max(500)).min(1).max(50),
});
export type FunnelStep = z.output<typeof step>;

/** How many sessions go through some steps one after another. Other events may lie between two steps. */
export const funnelQuery = z.strictObject({
  steps: z.array(step).min(FEWEST_STEPS).max(MOST_STEPS),
  /** Sessions that started on these days; all of each session counts, also after midnight. */
  range: z.union([z.enum(PERIODS), dayRange]),
  compare: baseline.optional(),
  /** Which sessions count: those for which all of these hold. */
  filters: filters.default([]),
  /** Include traffic that was classified as automated. */
  bots: z.boolean().default(false),
});
export type FunnelQuery = z.input<typeof funnelQuery>;
export type ParsedFunnelQuery = z.output<typeof funnelQuery>;

export interface FunnelAnswer extends Pick<
  StatsAnswer,
  'freshness' | 'rowsRead' | 'bytesRead' | 'durationMs' | 'warnings'
> {
  /** The question as it was executed: periods resolved to days. */
  readonly query: Omit<ParsedFunnelQuery, 'range' | 'compare'> & {
    readonly range: DayRange;
    readonly compare: DayRange | null;
    readonly timeZone: string;
  };
  /** Those that could have gone through the funnel. */
  readonly sessions: number;
  readonly sessionsBefore: number | null;
  /** In the order of the question's steps; never more than the step before. */
  readonly steps: readonly {
    /** Those that came up to here. */
    readonly sessions: number;
    readonly before: number | null;
  }[];
}
