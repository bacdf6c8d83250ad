import { z } from 'zod';
import { answerCost, days, warnings } from './answer-parts.ts';

const month = z.object({
  customers: z.int().meta({ description: 'Those of the cohort with an order in this month.' }),
  orders: z.int(),
  netSales: z
    .int()
    .meta({ description: 'Minor units of the store’s currency; returns count in their own month.' }),
});

const cohort = z.object({
  month: z.string().meta({ description: 'First day of the month of the first orders.' }),
  customers: z.int(),
  months: z.array(month).meta({
    description: 'The month of the first orders, the one after it, and so on up to the current one.',
  }),
});

/** A `CohortsAnswer` of `@layerkick/stats/cohorts` as JSON. */
export const cohortsAnswer = z
  .object({
    query: z
      .object({
        range: days,
        filters: z.array(z.unknown()),
        bots: z.boolean(),
        timeZone: z.string(),
        currency: z.string(),
      })
      .meta({ description: 'The question as it was executed: periods resolved to days.' }),
    cohorts: z.array(cohort).meta({ description: 'One per month with first orders, in the order of time.' }),
    ...answerCost,
    warnings,
  })
  .meta({ id: 'CohortsAnswer' });
