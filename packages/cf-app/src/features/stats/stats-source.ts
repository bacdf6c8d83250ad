import { createContext } from 'react';
import { loadSheet, loadStats, loadValues } from './stats.functions.ts';

/** Where the page asks for figures; a shared page has another way to them. */
export const StatsSource = createContext<{
  readonly loadStats: (asked: Parameters<typeof loadStats>[0]) => ReturnType<typeof loadStats>;
  readonly loadValues: (asked: Parameters<typeof loadValues>[0]) => ReturnType<typeof loadValues>;
  readonly loadSheet: (asked: Parameters<typeof loadSheet>[0]) => ReturnType<typeof loadSheet>;
}>({ loadStats, loadValues, loadSheet });
