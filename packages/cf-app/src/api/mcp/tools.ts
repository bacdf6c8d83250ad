import { DIMENSIONS, PERIODS, statsQuery } from '@layerkick/stats/query';
import { METRICS } from '@layerkick/stats/metrics';
import { FILTER_COMPARISON } from '@layerkick/client/schemas/filter';
import { statsAnswer } from '@layerkick/client/schemas/stats-answer';
import { store } from '@layerkick/client/schemas/store';
import { z } from 'zod';

/** What each tool is to an assistant: when to use it, what to say, what comes back. */
export const LIST_STORES = {
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

export const QUERY_STATS = {
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

export const DESCRIBE_METRICS = {
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
