import { DIMENSIONS } from '@layerkick/stats/dimensions';
import { METRIC_IDS } from '@layerkick/stats/metrics';
import { z } from 'zod';

/** What answers to different questions have in common. */
export const days = z.object({ from: z.string(), to: z.string() }).meta({ id: 'Days' });

export const figures = z.partialRecord(z.enum(METRIC_IDS), z.number().nullable()).meta({
  id: 'Figures',
  description:
    'By metric: money in minor units of the store’s currency, rates as fractions, durations in seconds. Null is “not known”, such as a rate over nothing.',
});

/** How old an answer is, and what it took. */
export const answerCost = {
  freshness: z.object({
    lastEventAt: z.number().nullable().meta({ description: 'Of the newest event or order, epoch ms.' }),
    answeredAt: z
      .number()
      .meta({ description: 'Everything accepted before this is in the answer, epoch ms.' }),
  }),
  rowsRead: z.number(),
  bytesRead: z.number(),
  durationMs: z.number(),
} as const;

export const warnings = z.array(
  z.object({
    code: z.string(),
    message: z.string(),
    metric: z
      .enum(METRIC_IDS)
      .optional()
      .meta({ description: 'With `metric_without_dimension`: what cannot be told by `dimension`.' }),
    dimension: z.enum(DIMENSIONS).optional(),
    amounts: z
      .array(z.object({ currency: z.string(), orders: z.int(), netSales: z.int() }))
      .optional()
      .meta({
        description: 'With `foreign_currency`: what is in no figure, in minor units of each currency.',
      }),
  }),
);
