import { z } from 'zod';
import { day } from '../query.ts';

/** Other programs whose history a store can bring along. */
export const IMPORTED_FROM = ['ga4', 'plausible'] as const;
export type ImportedFrom = (typeof IMPORTED_FROM)[number];

const count = z.int().min(0).max(1_000_000_000);

/**
 * What another program says it counted on one day of the store. Its definitions are its own, so it is kept apart from what is
 * measured here and never added to it.
 */
export const importedDay = z.strictObject({
  day,
  from: z.enum(IMPORTED_FROM),
  visitors: count,
  sessions: count,
  pageViews: count,
  /** Sessions that ended where they began; null where the program does not say. */
  bounces: count.nullable(),
});
export type ImportedDay = z.output<typeof importedDay>;

/** As many as one call brings. */
export const MOST_IMPORTED_DAYS = 1000;
export const importedDays = z.array(importedDay).min(1).max(MOST_IMPORTED_DAYS);

/** Which imported days are there, by the program they are from. */
export interface ImportedSpan {
  readonly from: ImportedFrom;
  readonly first: string;
  readonly last: string;
  readonly days: number;
}
