import { METRIC_IDS } from '@layerkick/stats/metrics';
import { BASELINES, DIMENSIONS, INTERVALS, PERIODS } from '@layerkick/stats/query';
import { z } from 'zod';
import { commaList } from './comma-list.ts';
import { FILTERS_META } from './filter.ts';
import { botsParameter, wholeParameter } from './parameters.ts';

const DAY = String.raw`\d{4}-\d{2}-\d{2}`;
const days = z
  .string()
  .regex(new RegExp(`^${DAY}\\.\\.${DAY}$`), 'not two days such as 2026-01-01..2026-01-31')
  .transform((text) => ({ from: text.slice(0, 10), to: text.slice(12) }));

const filtersText = z
  .string()
  .max(50_000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'not JSON' });
      return z.NEVER;
    }
  });

/** A `StatsQuery` in an address. Days and filters are looked at again when it is put together. */
export const statsParameters = z.strictObject({
  metrics: commaList(z.enum(METRIC_IDS), METRIC_IDS.length).meta({
    description: `What to measure, comma-separated: ${METRIC_IDS.join(', ')}.`,
    examples: ['net_sales,orders'],
  }),
  range: z.union([z.enum(PERIODS), days]).meta({
    description: 'A period, or days of the store’s calendar with both ends included.',
    examples: ['30d', '2026-01-01..2026-01-31'],
  }),
  compare: z
    .union([z.enum(BASELINES), days])
    .optional()
    .meta({
      description:
        '`previous` (as many days just before), `previous_year` (the same dates), `matching_weekdays` (whole weeks before), or days.',
    }),
  interval: z.enum(INTERVALS).optional().meta({ description: 'Adds `series`.' }),
  dimension: z.enum(DIMENSIONS).optional().meta({ description: 'Adds `rows`, one per value.' }),
  filters: filtersText.optional().meta({
    description: 'A JSON array of filters, all of which have to hold.',
    contentMediaType: 'application/json',
    contentSchema: FILTERS_META,
  }),
  orderBy: z
    .string()
    .regex(/^-?[a-z_]+$/)
    .optional()
    .meta({
      description: 'A metric, ascending; with a `-` before it, descending.',
      examples: ['-net_sales'],
    }),
  limit: wholeParameter
    .optional()
    .meta({ description: 'Rows in the answer, 10 where left out, 1000 at most.' }),
  offset: wholeParameter.optional().meta({ description: 'Rows to leave out, for the next page.' }),
  bots: botsParameter.optional(),
  asOf: z
    .union([wholeParameter, z.string().regex(new RegExp(`^${DAY}$`), 'neither epoch ms nor a day')])
    .optional()
    .meta({
      description: 'Orders as they were known then: epoch ms, or the end of a day. At most 92 days back.',
    }),
});
export type StatsParameters = z.output<typeof statsParameters>;
