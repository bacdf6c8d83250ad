import { cohortsQuery } from '@layerkick/stats/cohorts';
import type { Operation } from '../operation.ts';
import { cohortsAnswer } from '../schemas/cohorts-answer.ts';
import { FILTERS_META } from '../schemas/filter.ts';
import { storePath } from '../schemas/store-path.ts';

export const queryCohorts = {
  method: 'POST',
  path: '/stores/{slug}/cohorts',
  tag: 'Figures',
  summary: 'What became of customers by the month of their first order',
  description:
    'For each month with first orders: how many customers, and how many of them ordered, how often and for how much in each month since. Changes nothing: a question can be longer than an address.',
  permission: 'stats:read',
  store: 'params.slug',
  write: false,
  params: storePath,
  body: cohortsQuery.safeExtend({ filters: cohortsQuery.shape.filters.meta(FILTERS_META) }),
  answer: { kind: 'json', status: 200, schema: cohortsAnswer },
} as const satisfies Operation;
