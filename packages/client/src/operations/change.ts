import { statsQuery } from '@layerkick/stats/query';
import { z } from 'zod';
import type { Operation } from '../operation.ts';
import { changeExplained } from '../schemas/change-explained.ts';
import { FILTERS_META } from '../schemas/filter.ts';
import { storePath } from '../schemas/store-path.ts';

const { range, compare, filters, bots } = statsQuery.shape;

export const explainChange = {
  method: 'POST',
  path: '/stores/{slug}/change',
  tag: 'Figures',
  summary: 'Why net sales changed',
  description:
    'The change against the days compared with, split to the minor unit into sessions, conversion, order value and corrections, and each of them by channel, product, country and device. Changes nothing: a question can be longer than an address.',
  permission: 'stats:read',
  store: 'params.slug',
  write: false,
  params: storePath,
  body: z.strictObject({
    range,
    compare: compare.unwrap().default('previous'),
    filters: filters.meta(FILTERS_META),
    bots,
  }),
  answer: { kind: 'json', status: 200, schema: changeExplained },
} as const satisfies Operation;
