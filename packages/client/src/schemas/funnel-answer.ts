import { STEP_DIMENSIONS } from '@layerkick/stats/funnel';
import { z } from 'zod';
import { answerCost, days, warnings } from './answer-parts.ts';

/** A `FunnelAnswer` of `@layerkick/stats/funnel` as JSON. */
export const funnelAnswer = z
  .object({
    query: z
      .object({
        steps: z.array(
          z.object({ dimension: z.enum(STEP_DIMENSIONS), op: z.string(), values: z.array(z.string()) }),
        ),
        range: days,
        compare: days.nullable(),
        filters: z.array(z.unknown()),
        bots: z.boolean(),
        timeZone: z.string(),
      })
      .meta({ description: 'The question as it was executed: periods resolved to days.' }),
    sessions: z.int().meta({ description: 'Those that could have gone through the steps.' }),
    sessionsBefore: z.int().nullable(),
    steps: z
      .array(
        z.object({
          sessions: z.int().meta({ description: 'Those that came up to here.' }),
          before: z.int().nullable(),
        }),
      )
      .meta({ description: 'In the order of the question’s; never more than the step before.' }),
    ...answerCost,
    warnings,
  })
  .meta({ id: 'FunnelAnswer' });
