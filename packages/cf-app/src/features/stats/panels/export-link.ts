import type { StatsQuery } from '@layerkick/stats/query';

/** Where the API writes all rows of a question as CSV. */
export function exportLink(slug: string, query: StatsQuery): string {
  const { metrics, range, filters, dimensions, interval, orderBy, bots } = query;
  const [dimension] = dimensions ?? [];
  const parameters = new URLSearchParams({
    metrics: metrics.join(','),
    range: typeof range === 'string' ? range : `${range.from}..${range.to}`,
    ...(dimension === undefined ? {} : { dimension }),
    ...(interval === undefined ? {} : { interval }),
    ...(filters && filters.length > 0 ? { filters: JSON.stringify(filters) } : {}),
    ...(orderBy ? { orderBy: `${orderBy.direction === 'desc' ? '-' : ''}${orderBy.metric}` } : {}),
    ...(bots ? { bots: 'true' } : {}),
  });
  return `/api/v1/stores/${encodeURIComponent(slug)}/export?${parameters}`;
}
