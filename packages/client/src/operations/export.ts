import type { Operation } from '../operation.ts';
import { formatParameter, tableAnswer } from '../schemas/parameters.ts';
import { statsParameters } from '../schemas/stats-parameters.ts';
import { storePath } from '../schemas/store-path.ts';

export const exportStats = {
  method: 'GET',
  path: '/stores/{slug}/export',
  tag: 'Figures',
  summary: 'Figures of a store as a table, all rows of it',
  description:
    'A row per value of `dimension`; without one, a row per `interval`; without that, one row. A column per metric, with the same units as everywhere else. Comes as it is read: a table that was cut off ends the connection with an error.',
  permission: 'stats:export',
  store: 'params.slug',
  write: false,
  costly: true,
  params: storePath,
  query: statsParameters.omit({ limit: true, offset: true, compare: true }).extend({
    format: formatParameter,
  }),
  answer: tableAnswer,
} as const satisfies Operation;
