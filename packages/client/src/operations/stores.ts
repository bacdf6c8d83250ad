import { z } from 'zod';
import type { Operation } from '../operation.ts';
import { store } from '../schemas/store.ts';

export const listStores = {
  method: 'GET',
  path: '/stores',
  tag: 'Stores',
  summary: 'The stores that may be seen, by name',
  description: 'A page at a time: as long as `next` is not null, ask again with it as `cursor`.',
  permission: 'any',
  write: false,
  query: z.strictObject({
    limit: z.coerce.number<string>().int().min(1).max(200).optional().meta({
      description: 'Stores in one answer, 50 where left out.',
      type: 'integer',
      minimum: 1,
      maximum: 200,
    }),
    cursor: z
      .string()
      .max(500)
      .optional()
      .meta({ description: '`next` of the page before; only good for that.' }),
  }),
  answer: {
    kind: 'json',
    status: 200,
    schema: z.object({ stores: z.array(store), next: z.string().nullable() }),
  },
} as const satisfies Operation;
