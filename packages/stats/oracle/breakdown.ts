import type { MetricId } from '../src/metrics.ts';
import type { Dimension, MetricValues, StatsAnswer, StatsQuery } from '../src/query.ts';
import { measure } from './measure.ts';
import type { OracleStatement } from './orders.ts';
import { collectionOf, type Known, ofStatement, ofVisit, type Selected } from './selection.ts';
import { pageOf, productsOf } from './visits.ts';

const OF_PRODUCTS: readonly MetricId[] = [
  'product_views',
  'add_to_carts',
  'view_to_order_rate',
  'orders',
  'units',
  'gross_sales',
  'discounts',
  'returns',
  'adjustments',
  'net_sales',
];

/** What can be told by page, event and product; by everything else every metric can. */
const METRICS_OF: { readonly [Of in Dimension]?: readonly MetricId[] } = {
  page: ['page_views', 'sessions', 'visitors'],
  event: ['events', 'sessions', 'visitors'],
  customer: [
    'orders',
    'units',
    'gross_sales',
    'discounts',
    'returns',
    'adjustments',
    'net_sales',
    'taxes',
    'shipping',
    'total_sales',
    'average_order_value',
    'shop_orders',
    'coverage',
  ],
  product: OF_PRODUCTS,
  collection: OF_PRODUCTS,
};

export function isToldBy(dimension: Dimension, metric: MetricId): boolean {
  // Orders that no browser told of have no visit to tell the others from.
  const isOfOrder = ['country', 'browser', 'hour', 'weekday', 'customer'].includes(dimension);
  if (metric === 'coverage' && !isOfOrder) return false;
  return METRICS_OF[dimension]?.includes(metric) ?? true;
}

/** A row for each value that anything has which the asked metrics count, in order; what is not shown is one together. */
export function breakDown(
  known: Known,
  query: StatsQuery,
  selected: Selected,
  before: Selected | null,
): Pick<StatsAnswer, 'rows' | 'others' | 'rowCount'> {
  const [dimension] = query.dimensions ?? [];
  if (dimension === undefined) return { rows: [], others: null, rowCount: 0 };
  const { metric, direction } = query.orderBy ?? {
    metric: query.metrics[0] ?? 'sessions',
    direction: 'desc',
  };

  const values = (of: Selected, has: (value: string) => boolean): MetricValues => {
    const measured = measure(known, of, { dimension, has });
    return Object.fromEntries(query.metrics.map((id) => [id, isToldBy(dimension, id) ? measured[id] : null]));
  };
  const rank = (value: string) =>
    isToldBy(dimension, metric)
      ? measure(known, selected, { dimension, has: (other) => other === value })[metric]
      : null;

  const ranked = valuesIn(known, selected, dimension, [...query.metrics, metric])
    .map((value) => ({ value, rank: rank(value) }))
    .toSorted((a, b) => {
      if (a.rank === b.rank) return a.value < b.value ? -1 : 1;
      if (a.rank === null || b.rank === null) return a.rank === null ? 1 : -1;
      return direction === 'asc' ? a.rank - b.rank : b.rank - a.rank;
    });
  const { offset = 0, limit = 10 } = query;
  const shown = ranked.slice(offset, offset + limit).map(({ value }) => value);
  const isOther = (value: string) => !shown.includes(value);
  return {
    rowCount: ranked.length,
    rows: shown.map((value) => {
      const name = dimension === 'product' ? known.names.get(value) : undefined;
      const isIt = (other: string) => other === value;
      return {
        dimensions: [value],
        ...(name === undefined ? {} : { label: name }),
        metrics: values(selected, isIt),
        before: before && values(before, isIt),
      };
    }),
    others:
      ranked.length === shown.length
        ? null
        : {
            count: ranked.length - shown.length,
            metrics: values(selected, isOther),
            before: before && values(before, isOther),
          },
  };
}

/** What a metric counts; those that are not here count what is said about orders. */
const COUNTS: { readonly [Id in MetricId]?: readonly string[] } = {
  sessions: ['visits'],
  visitors: ['visits'],
  page_views: ['views'],
  views_per_session: ['views', 'visits'],
  bounce_rate: ['visits'],
  visit_duration: ['visits'],
  conversion_rate: ['visits'],
  product_views: ['products'],
  add_to_carts: ['products'],
  view_to_order_rate: ['products', 'statements'],
  checkouts: ['checkouts'],
  events: ['events'],
  returning_customer_rate: ['customers'],
};

function valuesIn(
  known: Known,
  selected: Selected,
  dimension: Dimension,
  metrics: readonly MetricId[],
): string[] {
  const told = metrics.filter((metric) => isToldBy(dimension, metric));
  const counted = new Set(told.flatMap((metric) => COUNTS[metric] ?? ['statements']));
  const ofVisits = selected.visits.flatMap((visit) => ofVisit(known, visit, visit.at)(dimension));
  const ofEvents = (isCounted: (name: string) => boolean) =>
    selected.events
      .filter(({ event }) => isCounted(event.event.name))
      .flatMap(({ event, visit }) => {
        if (dimension === 'page') return [pageOf(event)];
        if (dimension === 'event') return [event.event.name];
        if (dimension === 'product') return productsOf(event);
        if (dimension === 'collection')
          return productsOf(event).map((product) => collectionOf(known, product));
        return ofVisit(known, visit, event.at)(dimension);
      });
  const ofProducts = ({ products }: OracleStatement) => {
    if (dimension === 'product') return [...products.keys()];
    if (dimension !== 'collection') return null;
    return [...products.keys()].map((product) => collectionOf(known, product));
  };
  const ofStatements = (statements: readonly OracleStatement[]) =>
    statements.flatMap((statement) => ofProducts(statement) ?? ofStatement(known, statement)(dimension));
  const ofCustomers = selected.statements.filter(({ isOrder, customer }) => isOrder && customer !== null);
  return [
    ...new Set([
      ...(counted.has('visits') ? ofVisits : []),
      ...(counted.has('views') ? ofEvents((name) => name === 'page_view') : []),
      ...(counted.has('products') ? ofEvents((name) => name === 'view_item' || name === 'add_to_cart') : []),
      ...(counted.has('checkouts') ? ofEvents((name) => name === 'begin_checkout') : []),
      ...(counted.has('events') ? ofEvents(() => true) : []),
      ...(counted.has('statements') ? ofStatements(selected.statements) : []),
      ...(counted.has('customers') ? ofStatements(ofCustomers) : []),
    ]),
  ];
}
