import type { BookingsQuery } from '@layerkick/stats/bookings';
import type { StatsQuery } from '@layerkick/stats/query';
import type { PanelPage } from './panel-page.ts';

type Place = Pick<PanelPage, 'slug' | 'prefix'>;

/** Where the API writes all rows of a question as CSV. */
export function exportLink({ slug, prefix }: Place, query: StatsQuery): string {
  const { metrics, range, filters, dimensions, interval, orderBy, bots } = query;
  const [dimension] = dimensions ?? [];
  const parameters = new URLSearchParams({
    metrics: metrics.join(','),
    ...chosen({ range, filters, bots }),
    ...(dimension === undefined ? {} : { dimension }),
    ...(interval === undefined ? {} : { interval }),
    ...(orderBy ? { orderBy: `${orderBy.direction === 'desc' ? '-' : ''}${orderBy.metric}` } : {}),
  });
  return `${prefix}/api/v1/stores/${encodeURIComponent(slug)}/export?${parameters}`;
}

/** The same for what was booked, whatever page of it is asked for. */
export function bookingsLink(
  { slug, prefix }: Place,
  { range, filters, bots, kind, find }: BookingsQuery,
): string {
  const parameters = new URLSearchParams({
    ...chosen({ range, filters, bots }),
    ...(kind === undefined ? {} : { kind }),
    ...(find ? { find } : {}),
  });
  return `${prefix}/api/v1/stores/${encodeURIComponent(slug)}/bookings/export?${parameters}`;
}

function chosen({
  range,
  filters,
  bots,
}: Pick<StatsQuery, 'range' | 'filters' | 'bots'>): Record<string, string> {
  return {
    range: typeof range === 'string' ? range : `${range.from}..${range.to}`,
    ...(filters && filters.length > 0 ? { filters: JSON.stringify(filters) } : {}),
    ...(bots ? { bots: 'true' } : {}),
  };
}
