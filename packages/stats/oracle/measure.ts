import type { MetricId } from '../src/metrics.ts';
import type { Dimension } from '../src/query.ts';
import { returningCustomerRate } from './customers.ts';
import { NOTHING, type OracleStatement, sumOf } from './orders.ts';
import { collectionOf, hasOne, type Known, ofStatement, ofVisit, type Selected } from './selection.ts';
import { type OracleVisit, pageOf, productsOf } from './visits.ts';

/** Only what belongs to these values of a dimension. */
export interface Part {
  readonly dimension: Dimension;
  readonly has: (value: string) => boolean;
}

const EVERYTHING: Part = { dimension: 'channel', has: () => true };

/** Every metric, straight from its definition. */
export function measure(
  known: Known,
  selected: Selected,
  part = EVERYTHING,
): Readonly<Record<MetricId, number | null>> {
  const { dimension, has } = part;
  const visits = selected.visits.filter((visit) => ofVisit(known, visit, visit.at)(dimension).some(has));
  const events = selected.events
    .filter(({ visit, event }) => !hasOne(dimension) || ofVisit(known, visit, event.at)(dimension).some(has))
    .map(({ event }) => event)
    .filter(({ event }) => dimension !== 'event' || has(event.name));
  const named = (name: string) => events.filter(({ event }) => event.name === name);
  const pageViews = named('page_view').filter((event) => dimension !== 'page' || has(pageOf(event))).length;
  const hasProduct = (product: string) => {
    if (dimension === 'collection') return has(collectionOf(known, product));
    return dimension !== 'product' || has(product);
  };
  const products = (name: string) => named(name).flatMap(productsOf).filter(hasProduct).length;

  const statements = selected.statements.filter(
    (statement) => !hasOne(dimension) || ofStatement(known, statement)(dimension).some(has),
  );
  const own = statements.filter(({ currency }) => currency === known.history.store.currency);
  const ofProducts = dimension === 'product' || dimension === 'collection';
  const amountsOf = ({ amounts, products: byProduct }: OracleStatement) =>
    ofProducts ? sumOf([...byProduct].map(([product, of]) => (hasProduct(product) ? of : NOTHING))) : amounts;
  const money = sumOf(own.map(amountsOf));
  const { units } = sumOf(statements.map(amountsOf));
  const isOrder = ({ isOrder: isFirst, sells }: OracleStatement) =>
    ofProducts ? sells.some(hasProduct) : isFirst;
  const orders = (some: readonly OracleStatement[]) =>
    new Set(some.filter(isOrder).map(({ order }) => order)).size;
  const net = money.gross - money.discount - money.returns + money.adjustment;

  const told = statements.filter(({ isTold }) => isTold);
  const seen = told.filter(({ isSeen }) => isSeen);
  const perVisit = (sum: number) => (visits.length === 0 ? null : sum / visits.length);
  const converted = visits.filter((visit) =>
    known.statements.some((statement) => statement.visit === visit && statement.isOrder),
  );
  const views = products('view_item');
  const placed = orders(statements);
  return {
    sessions: visits.length,
    visitors: new Set(visits.map(({ visitor }) => visitor)).size,
    page_views: pageViews,
    views_per_session: perVisit(pageViews),
    bounce_rate: perVisit(visits.filter(isBounce).length),
    visit_duration: perVisit(visits.reduce((sum, { at, lastAt }) => sum + lastAt - at, 0) / 1000),
    conversion_rate: perVisit(converted.length),
    product_views: views,
    view_to_order_rate: views === 0 ? null : placed / views,
    add_to_carts: products('add_to_cart'),
    checkouts: named('begin_checkout').length,
    events: events.length,
    orders: placed,
    returning_customer_rate: returningCustomerRate(statements, known.statements),
    units,
    gross_sales: money.gross,
    discounts: money.discount,
    returns: money.returns,
    adjustments: money.adjustment,
    net_sales: net,
    taxes: money.tax,
    shipping: money.shipping,
    total_sales: net + money.tax + money.shipping,
    shop_orders: told.length,
    coverage: told.length === 0 ? null : seen.length / told.length,
    average_order_value: average(money.gross - money.discount, orders(own)),
  };
}

/** One page view and nothing that its visitor did. */
function isBounce({ events }: OracleVisit): boolean {
  const names = events.map(({ event }) => event.name);
  const views = names.filter((name) => name === 'page_view');
  return (
    views.length === 1 &&
    names.every((name) =>
      ['page_view', 'view_item', 'view_item_list', 'view_cart', 'user_engagement'].includes(name),
    )
  );
}

/** In whole minor units. */
function average(sum: number, count: number): number | null {
  return count === 0 ? null : Math.round(sum / count);
}
