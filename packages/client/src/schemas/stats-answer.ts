import { METRIC_IDS } from '@layerkick/stats/metrics';
import { DIMENSIONS, INTERVALS } from '@layerkick/stats/query';
import { z } from 'zod';
import { answerCost, days, figures, warnings } from './answer-parts.ts';

const point = z
  .object({
    at: z.number().meta({ description: 'Start of the interval, epoch ms.' }),
    day: z.string().meta({ description: 'First day of the interval by the store’s calendar.' }),
    unfinished: z.boolean().meta({ description: 'The interval has not ended yet.' }),
    metrics: figures,
  })
  .meta({ id: 'Point' });

const row = z.object({
  dimensions: z.array(z.string()).meta({ description: 'One value per dimension of the question.' }),
  label: z.string().optional().meta({ description: 'How to show it where that differs from the value.' }),
  metrics: figures,
  before: figures.nullable(),
});

/** A `StatsAnswer` of `@layerkick/stats/query` as JSON. Fields that are not here may come; they are additions. */
export const statsAnswer = z
  .object({
    query: z
      .object({
        metrics: z.array(z.enum(METRIC_IDS)),
        range: days,
        compare: days.nullable(),
        interval: z.enum(INTERVALS).optional(),
        dimensions: z.array(z.enum(DIMENSIONS)),
        filters: z.array(z.unknown()),
        limit: z.int(),
        offset: z.int(),
        bots: z.boolean(),
        timeZone: z.string(),
        currency: z.string(),
      })
      .meta({ description: 'The question as it was executed: periods resolved to days.' }),
    totals: figures,
    totalsBefore: figures.nullable(),
    rows: z.array(row),
    others: z
      .object({ count: z.int(), metrics: figures, before: figures.nullable() })
      .nullable()
      .meta({ description: 'All rows before `offset` and after `limit` together.' }),
    rowCount: z.int().meta({ description: 'Rows of all pages.' }),
    series: z.array(point).nullable(),
    seriesBefore: z.array(point).nullable(),
    ...answerCost,
    warnings,
  })
  .meta({ id: 'StatsAnswer' });
