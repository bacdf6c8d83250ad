import { funnelQuery } from '@layerkick/stats/funnel';
import type { Operation } from '../operation.ts';
import { FILTERS_META } from '../schemas/filter.ts';
import { funnelAnswer } from '../schemas/funnel-answer.ts';
import { storePath } from '../schemas/store-path.ts';

export const queryFunnel = {
  method: 'POST',
  path: '/stores/{slug}/funnel',
  tag: 'Figures',
  summary: 'How many sessions go through some steps',
  description:
    'Each step is a view of a page, a look at a product or an event, after the step before; others may lie between. Changes nothing: a question can be longer than an address.',
  permission: 'stats:read',
  store: 'params.slug',
  write: false,
  params: storePath,
  body: funnelQuery.safeExtend({ filters: funnelQuery.shape.filters.meta(FILTERS_META) }),
  answer: { kind: 'json', status: 200, schema: funnelAnswer },
} as const satisfies Operation;
