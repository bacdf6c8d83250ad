import { DIMENSIONS, PERIODS, statsQuery } from '@layerkick/stats/query';
import { METRICS } from '@layerkick/stats/metrics';
import { FILTER_COMPARISON } from '@layerkick/client/schemas/filter';
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

const QUERY_STATS = {
  permission: 'stats:read',
  store: 'store',
  title: 'Ask a store for its figures',
  description:
    'Figures of one store: totals, and rows by a dimension or a series by an interval where asked for. Money is in minor units (cents) of the store’s currency, rates are fractions, days are the store’s. `describe_metrics` says what each metric means; `list_stores` says which stores there are.',
  inputSchema: z.strictObject({
    ...statsQuery.shape,
    filters,
    store: z.string().max(100).meta({ description: 'The slug of the store.' }),
  }),
  outputSchema: statsAnswer,
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
} as const satisfies Readonly<Record<string, Tool>>;
