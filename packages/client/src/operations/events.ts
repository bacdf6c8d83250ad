import { eventBatch } from '@layerkick/stats/event';
import { z } from 'zod';
import type { Operation } from '../operation.ts';

const receipt = z
  .object({
    accepted: z.int(),
    rejected: z.array(z.object({ index: z.int(), code: z.string(), message: z.string() })),
  })
  .meta({ id: 'BatchReceipt' });

const visitor = z.strictObject({
  ip: z
    .union([z.ipv4(), z.ipv6()])
    .meta({ description: 'The visitor’s address. It is hashed with the day’s salt and never stored.' }),
  userAgent: z.string().max(1000).meta({ description: 'The visitor’s. Never stored either.' }),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'not an ISO 3166 country such as DE')
    .optional(),
});

export const collectEvents = {
  method: 'POST',
  path: '/events',
  tag: 'Events',
  summary: 'Events that a server saw',
  description:
    'The batch that the storefront script sends, with the visitor that it is about: the same address and user agent as in the browser make it the same visit. Answered once it is on disk. The same `batch` again gets the same answer, without a second effect.',
  permission: 'events:write',
  store: 'body.store',
  write: true,
  evenDegraded: true,
  body: z.strictObject({ ...eventBatch.shape, visitor }),
  answer: { kind: 'json', status: 202, schema: receipt },
} as const satisfies Operation;
