import { z } from 'zod';

/** A store as everybody knows it who may see it. */
export const store = z
  .object({
    slug: z.string().meta({ description: 'Its address everywhere.' }),
    name: z.string(),
    timeZone: z.string().meta({ description: 'IANA; where its days begin.' }),
    currency: z.string().meta({ description: 'ISO 4217; what its money is in.' }),
  })
  .meta({ id: 'Store' });
