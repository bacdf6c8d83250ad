import type { StatsAnswer } from '@layerkick/stats/query';
import { dayAt } from '../format/day.ts';

interface Freshness {
  readonly freshness: StatsAnswer['freshness'];
  readonly query: Pick<StatsAnswer['query'], 'range' | 'timeZone'>;
}

/** The day of the last event or order, where that is before the period; null where the period may have some. */
export function quietSince({ freshness, query }: Freshness): string | null {
  if (freshness.lastEventAt === null) return null;
  const last = dayAt(freshness.lastEventAt, query.timeZone);
  return last < query.range.from ? last : null;
}
