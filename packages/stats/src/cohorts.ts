import { z } from 'zod';
import { filters } from './filter.ts';
import { dayRange, PERIODS, type DayRange, type StatsAnswer } from './query.ts';

/**
 * What became of customers by the month of their first order ever. Orders of unknown customers are left out, as are
 * orders in the future.
 */
export const cohortsQuery = z.strictObject({
  /** Customers whose first order was placed on these days. */
  range: z.union([z.enum(PERIODS), dayRange]),
  /** Customers of whose first order all of these hold; whatever they ordered later counts. */
  filters: filters.default([]),
  /** Include orders of traffic that was classified as automated. */
  bots: z.boolean().default(false),
});
export type CohortsQuery = z.input<typeof cohortsQuery>;
export type ParsedCohortsQuery = z.output<typeof cohortsQuery>;

export interface CohortsAnswer extends Pick<
  StatsAnswer,
  'freshness' | 'rowsRead' | 'bytesRead' | 'durationMs' | 'warnings'
> {
  /** The question as it was executed: periods resolved to days. */
  readonly query: Omit<ParsedCohortsQuery, 'range'> & {
    readonly range: DayRange;
    readonly timeZone: string;
    readonly currency: string;
  };
  /** One per month of the range with a first order, in the order of time. */
  readonly cohorts: readonly Cohort[];
}

export interface Cohort {
  /** The first day of the month of the first orders, `YYYY-MM-01`. */
  readonly month: string;
  readonly customers: number;
  /** The month of the first orders, the one after it, and so on up to the current one. */
  readonly months: readonly CohortMonth[];
}

/** What the customers of a cohort did in a month. */
export interface CohortMonth {
  /** Those of them with an order in it. */
  readonly customers: number;
  readonly orders: number;
  /** Returns count in their own month. Minor units of the store's currency; amounts in others are left out. */
  readonly netSales: number;
}
