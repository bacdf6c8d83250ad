import { statsQuery } from '@layerkick/stats/query';
import { z } from 'zod';
import type { Operation } from '../operation.ts';
import { FILTERS_META } from '../schemas/filter.ts';
import { storePath } from '../schemas/store-path.ts';

const { range, compare, filters, bots } = statsQuery.shape;

const reached = z.object({
  conversions: z.int().meta({ description: 'Sessions in which the goal was reached at least once.' }),
  rate: z
    .number()
    .nullable()
    .meta({ description: 'Of all sessions, as a fraction; null where there are none.' }),
});

const goals = z
  .object({
    goals: z.array(
      reached.extend({
        goal: z.object({
          id: z.string(),
          name: z.string(),
          dimension: z.enum(['page', 'event']),
          op: z.enum(['is', 'contains', 'prefix']),
          value: z.string(),
        }),
        before: reached.nullable().meta({ description: 'In the days compared with.' }),
      }),
    ),
  })
  .meta({ id: 'Goals' });

export const queryGoals = {
  method: 'POST',
  path: '/stores/{slug}/goals',
  tag: 'Figures',
  summary: 'How often the goals of a store were reached',
  description:
    'A goal is a page or an event that the store wants its visitors to come to; it is the filter `dimension`, `op`, `value`. Changes nothing: a question can be longer than an address.',
  permission: 'stats:read',
  store: 'params.slug',
  write: false,
  params: storePath,
  body: z.strictObject({ range, compare, filters: filters.meta(FILTERS_META), bots }),
  answer: { kind: 'json', status: 200, schema: goals },
} as const satisfies Operation;
