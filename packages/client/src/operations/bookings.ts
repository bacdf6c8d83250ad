import { bookingsQuery } from '@layerkick/stats/bookings';
import { z } from 'zod';
import type { Operation } from '../operation.ts';
import { bookingsAnswer } from '../schemas/bookings-answer.ts';
import { FILTERS_META } from '../schemas/filter.ts';
import { formatParameter, tableAnswer } from '../schemas/parameters.ts';
import { statsParameters } from '../schemas/stats-parameters.ts';
import { storePath } from '../schemas/store-path.ts';

const COMMON = { tag: 'Figures', store: 'params.slug', write: false, params: storePath } as const;
const { kind, find } = bookingsQuery.shape;
const { range, filters, bots } = statsParameters.shape;

export const queryBookings = {
  ...COMMON,
  method: 'POST',
  path: '/stores/{slug}/bookings',
  summary: 'The orders and returns behind the figures of sales, one by one',
  description:
    'What was booked on some days, the latest first unless `orderBy` says otherwise; their amounts add up to the figures of the same days and filters. Changes nothing: a question can be longer than an address.',
  permission: 'stats:read',
  body: bookingsQuery.safeExtend({ filters: bookingsQuery.shape.filters.meta(FILTERS_META) }),
  answer: { kind: 'json', status: 200, schema: bookingsAnswer },
} as const satisfies Operation;

export const exportBookings = {
  ...COMMON,
  method: 'GET',
  path: '/stores/{slug}/bookings/export',
  summary: 'The orders and returns of a store as a table, all of them',
  description:
    'A row per booking, the latest first, amounts in minor units of its own currency. Comes as it is read: a table that was cut off ends the connection with an error.',
  permission: 'stats:export',
  costly: true,
  query: z.object({
    range,
    filters,
    bots,
    kind: kind.unwrap().optional().meta({ description: '`all` where left out.' }),
    find: find.unwrap().optional(),
    format: formatParameter,
  }),
  answer: tableAnswer,
} as const satisfies Operation;
