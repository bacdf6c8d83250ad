import { z } from 'zod';

export const GOAL_KINDS = ['page', 'event'] as const;
export const GOAL_OPS = ['is', 'contains', 'prefix'] as const;

/** What a manager says of a goal: pages by their path, events by their name. */
export const newGoal = z
  .object({
    slug: z.string().max(100),
    name: z
      .string()
      .trim()
      .min(1, 'give the goal a name')
      .max(80, 'at most 80 characters')
      .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must be text without control characters'),
    dimension: z.enum(GOAL_KINDS),
    op: z.enum(GOAL_OPS),
    value: z.string().trim().min(1, 'say which').max(500, 'at most 500 characters'),
  })
  .refine(({ dimension, op }) => dimension === 'page' || op === 'is', {
    message: 'an event is named whole',
    path: ['op'],
  })
  .refine(({ dimension, value }) => dimension === 'page' || /^[a-z][a-z0-9_]{0,39}$/.test(value), {
    message: 'an event’s name is lower case letters, digits and underscores',
    path: ['value'],
  })
  .refine(({ dimension, op, value }) => dimension !== 'page' || op === 'contains' || value.startsWith('/'), {
    message: 'a page begins with /',
    path: ['value'],
  });
export type NewGoal = z.output<typeof newGoal>;

export const goalOfStore = z.object({ slug: z.string().max(100), id: z.string().max(100) });
