import { z } from 'zod';
import type { StatsAnswer } from './query.ts';

export const REALTIME_MINUTES = 30;

/** Who is in the shop: the current minute and the 29 before it. */
export const realtimeQuery = z.strictObject({
  /** Include traffic that was classified as automated. */
  bots: z.boolean().default(false),
  /** Most pages in the answer. */
  limit: z.int().min(1).max(100).default(10),
});
export type RealtimeQuery = z.input<typeof realtimeQuery>;
export type ParsedRealtimeQuery = z.output<typeof realtimeQuery>;

export interface RealtimeAnswer extends Pick<
  StatsAnswer,
  'freshness' | 'rowsRead' | 'bytesRead' | 'durationMs'
> {
  readonly query: ParsedRealtimeQuery;
  /** Different ones in all of the minutes; whoever stays over midnight is one. */
  readonly visitors: number;
  readonly pageViews: number;
  /** In the order of time, the current one last. */
  readonly minutes: readonly RealtimeMinute[];
  /** Most visitors first, then most views, then by name. */
  readonly pages: readonly RealtimePage[];
}

export interface RealtimeMinute {
  /** When it began, epoch ms. */
  readonly at: number;
  /** Different ones who did anything. They add up to more than all of them: one may stay. */
  readonly visitors: number;
  readonly pageViews: number;
}

export interface RealtimePage {
  readonly page: string;
  readonly visitors: number;
  readonly pageViews: number;
}
