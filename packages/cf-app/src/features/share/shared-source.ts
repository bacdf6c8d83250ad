import type { ContextType } from 'react';
import type { StatsSource } from '#/features/stats/stats-source.ts';
import { loadShared, loadSharedSheet, loadSharedValues } from './shared.functions.ts';

/** The way to the figures of a shared page, where a store is called by the link's token. */
export const SHARED_SOURCE: ContextType<typeof StatsSource> = {
  loadStats: ({ data: { slug, search } }) => loadShared({ data: { token: slug, search } }),
  loadSheet: ({ data: { slug, search } }) => loadSharedSheet({ data: { token: slug, search } }),
  loadValues: async ({ data: { slug, search, dimension } }) => {
    const values = await loadSharedValues({ data: { token: slug, search, dimension } });
    return 'ok' in values ? { ok: false, code: 'unavailable', requestId: values.requestId } : values;
  },
};

/** The same for the first screen alone. */
export const EMBEDDED_SOURCE: ContextType<typeof StatsSource> = {
  ...SHARED_SOURCE,
  loadStats: ({ data: { slug, search } }) => loadShared({ data: { token: slug, search, withPanels: false } }),
};
