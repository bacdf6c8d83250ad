import type { TOOLS } from '#/api/mcp/tools.ts';

/** The same of each tool of the Model Context Protocol. */
export const TOOL_INPUTS = {
  list_stores: {},
  describe_metrics: {},
  query_stats: { store: '$store', metrics: ['orders'], range: '7d' },
  explain_change: { store: '$store', range: '7d' },
  query_funnel: {
    store: '$store',
    range: '7d',
    steps: [
      { dimension: 'event', values: ['add_to_cart'] },
      { dimension: 'event', values: ['purchase'] },
    ],
  },
  query_cohorts: { store: '$store', range: 'year' },
  query_goals: { store: '$store', range: '7d' },
  query_bookings: { store: '$store', range: '7d' },
  get_realtime: { store: '$store' },
} as const satisfies { readonly [Name in keyof typeof TOOLS]: object };
