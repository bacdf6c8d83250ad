import type { MetricId } from '@layerkick/stats/metrics';
import type { Dimension, StatsAnswer, StatsQuery } from '@layerkick/stats/query';
import type { Table } from './table.ts';

/** The same question to our engine and to any SQL database over raw events. */
export interface Question {
  readonly id: string;
  readonly query: Pick<StatsQuery, 'metrics' | 'interval' | 'dimensions' | 'orderBy' | 'limit'>;
  /** Our answer as the SQL gives it. */
  readonly tableOf: (answer: StatsAnswer) => Table;
  /** `where` chooses days, country and device. */
  readonly sql: (where: string) => string;
}

const VIEWS = `SUM(CASE WHEN name = 'page_view' THEN 1 ELSE 0 END)`;
const ORDERS = `SUM(CASE WHEN name = 'purchase' THEN 1 ELSE 0 END)`;
const share = (condition: string) =>
  `CAST(SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END) AS DOUBLE) / COUNT(*)`;

const CARDS = [
  'sessions',
  'visitors',
  'page_views',
  'bounce_rate',
  'conversion_rate',
  'orders',
  'net_sales',
] as const satisfies readonly MetricId[];

/** The six that the targets are about. */
export const QUESTIONS: readonly Question[] = [
  {
    id: 'cards',
    query: { metrics: [...CARDS] },
    tableOf: ({ totals }) => [CARDS.map((metric) => totals[metric] ?? null)],
    sql: (where) => `SELECT COUNT(*), COUNT(DISTINCT visitor), SUM(views), ${share('views = 1 AND acts = 0')},
        ${share('orders > 0')}, SUM(orders), SUM(amount)
      FROM (SELECT session, visitor, ${VIEWS} AS views, ${ORDERS} AS orders, SUM(amount) AS amount,
        SUM(CASE WHEN name IN ('page_view', 'view_item') THEN 0 ELSE 1 END) AS acts
        FROM event WHERE ${where} GROUP BY session, visitor) visit`,
  },
  {
    id: 'daily',
    query: { metrics: ['sessions', 'visitors', 'page_views'], interval: 'day' },
    tableOf: seriesTable(['sessions', 'visitors', 'page_views']),
    sql: (where) => `SELECT day, COUNT(DISTINCT session), COUNT(DISTINCT visitor), ${VIEWS}
      FROM event WHERE ${where} GROUP BY day ORDER BY day`,
  },
  topOf('pages', 'page', 'page', ['page_views', 'visitors'], {
    columns: 'COUNT(*) AS ranked, COUNT(DISTINCT visitor)',
    only: `name = 'page_view' AND `,
  }),
  topOf('referrers', 'source', 'referrer', ['sessions', 'visitors'], {
    columns: 'COUNT(DISTINCT session) AS ranked, COUNT(DISTINCT visitor)',
  }),
  topOf('countries', 'country', 'country', ['sessions', 'visitors'], {
    columns: 'COUNT(DISTINCT session) AS ranked, COUNT(DISTINCT visitor)',
  }),
  {
    id: 'revenue',
    query: { metrics: ['orders', 'net_sales'], interval: 'day' },
    tableOf: seriesTable(['orders', 'net_sales']),
    sql: (where) => `SELECT day, COUNT(*), SUM(amount)
      FROM event WHERE name = 'purchase' AND ${where} GROUP BY day ORDER BY day`,
  },
];

function topOf(
  id: string,
  dimension: Dimension,
  column: string,
  metrics: readonly MetricId[],
  { columns, only = '' }: { readonly columns: string; readonly only?: string },
): Question {
  return {
    id,
    query: { metrics: [...metrics], dimensions: [dimension], limit: 10 },
    tableOf: ({ rows }) =>
      rows.map((row) => [row.dimensions[0] ?? '', ...metrics.map((metric) => row.metrics[metric] ?? null)]),
    sql: (where) => `SELECT ${column}, ${columns} FROM event WHERE ${only}${where}
      GROUP BY ${column} ORDER BY ranked DESC, ${column} LIMIT 10`,
  };
}

/** SQL has no row for a day without events. */
function seriesTable(metrics: readonly MetricId[]): Question['tableOf'] {
  return ({ series }) =>
    (series ?? [])
      .map(({ day, metrics: values }) => [
        Number(day.replaceAll('-', '')),
        ...metrics.map((metric) => values[metric] ?? null),
      ])
      .filter(([, ...values]) => values.some((value) => value !== 0));
}
