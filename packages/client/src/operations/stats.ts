import { statsQuery } from '@layerkick/stats/query';
import type { Operation } from '../operation.ts';
import { FILTERS_META } from '../schemas/filter.ts';
import { statsAnswer } from '../schemas/stats-answer.ts';
import { statsParameters } from '../schemas/stats-parameters.ts';
import { storePath } from '../schemas/store-path.ts';

const COMMON = {
  tag: 'Figures',
  permission: 'stats:read',
  store: 'params.slug',
  write: false,
  params: storePath,
  answer: { kind: 'json', status: 200, schema: statsAnswer },
} as const;

export const getStats = {
  ...COMMON,
  method: 'GET',
  path: '/stores/{slug}/stats',
  summary: 'Figures of a store, by an address',
  description:
    'The same question as with POST, in parameters. Where all its days have ended, the answer has an ETag, and `If-None-Match` is answered with 304 as long as nothing has changed.',
  etag: true,
  query: statsParameters,
} as const satisfies Operation;

export const queryStats = {
  ...COMMON,
  method: 'POST',
  path: '/stores/{slug}/stats',
  summary: 'Figures of a store',
  description: 'Changes nothing: a question can be longer than an address.',
  body: statsQuery.safeExtend({ filters: statsQuery.shape.filters.meta(FILTERS_META) }),
} as const satisfies Operation;
