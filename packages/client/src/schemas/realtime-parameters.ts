import { z } from 'zod';
import { botsParameter, wholeParameter } from './parameters.ts';

/** A `RealtimeQuery` in an address. */
export const realtimeParameters = z.strictObject({
  bots: botsParameter.optional(),
  limit: wholeParameter
    .pipe(z.int().min(1).max(100))
    .optional()
    .meta({ description: 'Pages in the answer, 10 where left out, 100 at most.' }),
});
