import { DIMENSIONS, PERIODS, statsQuery } from '@layerkick/stats/query';
import { bookingsQuery } from '@layerkick/stats/bookings';
import { cohortsQuery } from '@layerkick/stats/cohorts';
import { funnelQuery } from '@layerkick/stats/funnel';
import { METRICS } from '@layerkick/stats/metrics';
import { realtimeQuery } from '@layerkick/stats/realtime';
import { queryGoals } from '@layerkick/client/operations/goals';
import { bookingsAnswer } from '@layerkick/client/schemas/bookings-answer';
import { explainChange } from '@layerkick/client/operations/change';
import { changeExplained } from '@layerkick/client/schemas/change-explained';
import { cohortsAnswer } from '@layerkick/client/schemas/cohorts-answer';
import { FILTER_COMPARISON } from '@layerkick/client/schemas/filter';
import { funnelAnswer } from '@layerkick/client/schemas/funnel-answer';
import { realtimeAnswer } from '@layerkick/client/schemas/realtime-answer';
import { statsAnswer } from '@layerkick/client/schemas/stats-answer';
import { store } from '@layerkick/client/schemas/store';
import type { Requirement } from '@layerkick/auth/requirement';
import { z } from 'zod';

/** What each tool is to an assistant: when to use it, what to say, what comes back. */
const LIST_STORES = {
  permission: 'signed-in',
  title: 'List stores',
  description: 'The stores that the signed-in person may see, with time zone and currency.',
  inputSchema: z.strictObject({}),
  outputSchema: z.object({ stores: z.array(store) }),
  annotations: { readOnlyHint: true, openWorldHint: false },
} as const;

/** Filters are parsed with the question; a converter cannot say more about them than this. */
const filters = z.array(z.record(z.string(), z.unknown())).max(50).default([]).meta({
  description: 'Which visits and orders count: those for which all of these hold.',
  items: FILTER_COMPARISON,
});

/** Which store a question is about. */
const storeSlug = z.string().max(100).meta({ description: 'The slug of the store.' });

const QUERY_STATS = {
  permission: 'stats:read',
  store: 'store',
  title: 'Ask a store for its figures',
  description:
    'Figures of one store: totals, and rows by a dimension or a series by an interval where asked for. Money is in minor units (cents) of the store’s currency, rates are fractions, days are the store’s. `describe_metrics` says what each metric means; `list_stores` says which stores there are.',
  inputSchema: z.strictObject({
    ...statsQuery.shape,
    filters,
    store: storeSlug,
  }),
  outputSchema: statsAnswer,
  annotations: { readOnlyHint: true, openWorldHint: false },
} as const;

const EXPLAIN_CHANGE = {
  permission: 'stats:read',
  store: 'store',
  title: 'Why net sales changed',
  description:
    'Why net sales of some days differ from those compared with (`previous` where left out): what sessions, conversion, order value and corrections did to them in minor units, adding up to the change, and each by channel, product, country and device. Better than comparing figures of `query_stats` by oneself.',
  inputSchema: z.strictObject({ ...explainChange.body.shape, filters, store: storeSlug }),
  outputSchema: changeExplained,
  annotations: { readOnlyHint: true, openWorldHint: false },
} as const;

const QUERY_FUNNEL = {
  permission: 'stats:read',
  store: 'store',
  title: 'How far sessions get',
  description:
    'How many sessions of one store go through 2 to 8 steps one after another: views of pages, looks at products, or events such as `add_to_cart`, `begin_checkout` and `purchase`. Other events may lie between two steps.',
  inputSchema: z.strictObject({ ...funnelQuery.shape, filters, store: storeSlug }),
  outputSchema: funnelAnswer,
  annotations: { readOnlyHint: true, openWorldHint: false },
} as const;

const QUERY_COHORTS = {
  permission: 'stats:read',
  store: 'store',
  title: 'Whether customers come back',
  description:
    'Customers of one store by the month of their first order ever, and for each month since how many of them ordered, how often, and their net sales in minor units. `range` chooses first orders.',
  inputSchema: z.strictObject({ ...cohortsQuery.shape, filters, store: storeSlug }),
  outputSchema: cohortsAnswer,
  annotations: { readOnlyHint: true, openWorldHint: false },
} as const;

const QUERY_GOALS = {
  permission: 'stats:read',
  store: 'store',
  title: 'How often goals were reached',
  description:
    'The pages and events that one store wants its visitors to come to, with the sessions that did and their share of all sessions of the same days and filters.',
  inputSchema: z.strictObject({ ...queryGoals.body.shape, filters, store: storeSlug }),
  outputSchema: queryGoals.answer.schema,
  annotations: { readOnlyHint: true, openWorldHint: false },
} as const;

const QUERY_BOOKINGS = {
  permission: 'stats:read',
  store: 'store',
  title: 'Orders and returns one by one',
  description:
    'What was booked for orders of one store on some days, the latest first: amounts in minor units, products, where the order came from, whether its customer was new. They add up to the figures of `query_stats` for the same days and filters. `find` looks for an order’s id or a product; nothing says who ordered.',
  inputSchema: z.strictObject({ ...bookingsQuery.shape, filters, store: storeSlug }),
  outputSchema: bookingsAnswer,
  annotations: { readOnlyHint: true, openWorldHint: false },
} as const;

const GET_REALTIME = {
  permission: 'stats:read',
  store: 'store',
  title: 'Who is in the shop',
  description:
    'Visitors and page views of one store in the last 30 minutes, minute by minute, and their pages.',
  inputSchema: z.strictObject({ ...realtimeQuery.shape, store: storeSlug }),
  outputSchema: realtimeAnswer,
  annotations: { readOnlyHint: true, openWorldHint: false },
} as const;

const metric = z.object({
  id: z.string(),
  label: z.string(),
  definition: z.string(),
  formula: z.string(),
  unit: z.enum(['count', 'money', 'rate', 'ratio', 'seconds']),
  better: z.enum(['higher', 'lower']).nullable(),
});

const DESCRIBE_METRICS = {
  permission: 'signed-in',
  title: 'What is measured',
  description:
    'Every metric with its definition, formula and unit, and the dimensions and periods to ask for.',
  inputSchema: z.strictObject({}),
  outputSchema: z.object({
    metrics: z.array(metric),
    dimensions: z.array(z.string()),
    periods: z.array(z.string()),
  }),
  annotations: { readOnlyHint: true, openWorldHint: false },
} as const;

export function describeMetrics(): z.input<typeof DESCRIBE_METRICS.outputSchema> {
  return {
    metrics: Object.entries(METRICS).map(([id, definition]) => ({ id, ...definition })),
    dimensions: [...DIMENSIONS],
    periods: [...PERIODS],
  };
}

/** A tool as it is declared: what it takes, and everything about it but the work. */
export interface Tool extends Requirement {
  readonly title: string;
  readonly description: string;
  readonly inputSchema: z.ZodObject;
  readonly outputSchema: z.ZodObject;
  readonly annotations: { readonly readOnlyHint: boolean; readonly openWorldHint: boolean };
}

export const TOOLS = {
  list_stores: LIST_STORES,
  describe_metrics: DESCRIBE_METRICS,
  query_stats: QUERY_STATS,
  explain_change: EXPLAIN_CHANGE,
  query_funnel: QUERY_FUNNEL,
  query_cohorts: QUERY_COHORTS,
  query_goals: QUERY_GOALS,
  query_bookings: QUERY_BOOKINGS,
  get_realtime: GET_REALTIME,
} as const satisfies Readonly<Record<string, Tool>>;
