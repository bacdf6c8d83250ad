import { z } from 'zod';
import { answerCost } from './answer-parts.ts';

const count = { visitors: z.int(), pageViews: z.int() } as const;

/** A `RealtimeAnswer` of `@layerkick/stats/realtime` as JSON. */
export const realtimeAnswer = z
  .object({
    query: z.object({ bots: z.boolean(), limit: z.int() }),
    visitors: z.int().meta({ description: 'Different ones in all of the minutes.' }),
    pageViews: z.int(),
    minutes: z
      .array(z.object({ at: z.number().meta({ description: 'When it began, epoch ms.' }), ...count }))
      .meta({ description: 'The current minute last. Visitors of several minutes are in each of them.' }),
    pages: z.array(z.object({ page: z.string(), ...count })).meta({ description: 'Most visitors first.' }),
    ...answerCost,
  })
  .meta({ id: 'RealtimeAnswer' });
