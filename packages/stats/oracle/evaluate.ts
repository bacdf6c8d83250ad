import type { MetricId } from '../src/metrics.ts';
import type { DayRange, Dimension, Filter, MetricValues } from '../src/query.ts';
import { customerKind, returningCustomerRate } from './customers.ts';
import { holds } from './filters.ts';
import { dayOf, hourOf, type History, weekdayOf } from './history.ts';
import { add, nothing, type OracleAmounts, type OracleStatement, statementsOf } from './orders.ts';
import { type OracleVisit, pageOf, visitsOf } from './visits.ts';

/** What is to be counted. */
export interface Selection {
  readonly range: DayRange;
  readonly filters: readonly Filter[];
  readonly bots: boolean;
  /** Only these values of a dimension. */
  readonly only?: { readonly dimension: Dimension; readonly values: readonly string[] };
  /** Only what happened in `from <= at < until`, epoch ms. */
  readonly window?: { readonly from: number; readonly until: number };
}

/** Metrics straight from their definitions: everything is looked at again for every question. */
export class Oracle {
  readonly #history: History;
  readonly #visits: readonly OracleVisit[];
  readonly #statements: readonly OracleStatement[];
  readonly #productsOfOrder: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(history: History) {
    this.#history = history;
    this.#visits = visitsOf(history);
    this.#statements = statementsOf(history, this.#visits);
    const byOrder = Map.groupBy(this.#statements, ({ order }) => order);
    this.#productsOfOrder = new Map(
      [...byOrder].map(([order, statements]) => [
        order,
        new Set(statements.flatMap((statement) => [...statement.products.keys()])),
      ]),
    );
  }

  metrics(selection: Selection): Required<MetricValues> {
    const { only } = selection;
    const isIn = (at: number) => this.#isIn(selection, at);
    const started = this.#visits.filter((visit) => {
      if (!isIn(visit.at) || !this.#isChosen(selection, visit, visit.at)) return false;
      if (only?.dimension === 'page') return only.values.some((page) => visit.pages.has(page));
      return (
        only?.dimension !== 'event' || visit.events.some(({ event }) => only.values.includes(event.name))
      );
    });
    const events = this.#visits
      .flatMap((visit) => visit.events.filter(({ at }) => isIn(at) && this.#isChosen(selection, visit, at)))
      .filter(({ event }) => only?.dimension !== 'event' || only.values.includes(event.name));
    const named = (name: string) => events.filter(({ event }) => event.name === name);
    const products = (name: string) =>
      named(name)
        .flatMap(({ event }) => event.items?.map(({ item_id: id }) => id) ?? [''])
        .filter((product) => only?.dimension !== 'product' || only.values.includes(product)).length;
    const pageViews = named('page_view').filter(
      (event) => only?.dimension !== 'page' || only.values.includes(pageOf(event)),
    ).length;
    const statements = this.#statements.filter(
      (statement) => isIn(statement.at) && this.#isChosenStatement(selection, statement),
    );
    const own = statements.filter(({ currency }) => currency === this.#history.store.currency);
    const money = own.map((statement) => amountsIn(selection, statement)).reduce(add, nothing());
    const units = statements.map((statement) => amountsIn(selection, statement)).reduce(add, nothing()).units;
    const orders = this.#countOrders(selection, statements);
    const ownOrders = this.#countOrders(selection, own);
    const net = money.gross - money.discount - money.returns + money.adjustment;
    const withOrder = started.filter((visit) =>
      this.#statements.some((statement) => statement.isOrder && statement.visit === visit),
    );
    const per = (sum: number) => (started.length === 0 ? null : sum / started.length);
    return {
      sessions: started.length,
      visitors: new Set(started.map(({ visitor }) => visitor)).size,
      page_views: pageViews,
      views_per_session: per(pageViews),
      bounce_rate: per(started.filter(isBounce).length),
      visit_duration: per(started.reduce((sum, { seconds }) => sum + seconds, 0)),
      conversion_rate: per(withOrder.length),
      product_views: products('view_item'),
      add_to_carts: products('add_to_cart'),
      checkouts: named('begin_checkout').length,
      events: events.length,
      orders,
      units,
      gross_sales: money.gross,
      discounts: money.discount,
      returns: money.returns,
      adjustments: money.adjustment,
      net_sales: net,
      taxes: money.tax,
      shipping: money.shipping,
      total_sales: net + money.tax + money.shipping,
      average_order_value: ownOrders === 0 ? null : Math.round((money.gross - money.discount) / ownOrders),
      returning_customer_rate: returningCustomerRate(statements, this.#statements),
    } satisfies Record<MetricId, number | null>;
  }

  /** The values of a dimension that have any of the metrics' visits, views, items or statements in them. */
  values(dimension: Dimension): string[] {
    const ofVisit = this.#visits.flatMap((visit) => {
      if (dimension === 'product')
        return visit.events.flatMap(({ event }) => event.items?.map(({ item_id: id }) => id) ?? ['']);
      return visit.events.flatMap(({ at }) => this.#valuesOfVisit(visit, at, dimension));
    });
    const ofStatement = this.#statements.flatMap((statement) =>
      dimension === 'page' || dimension === 'event' ? [] : this.#valuesOfStatement(statement, dimension),
    );
    return [...new Set([...ofVisit, ...ofStatement])];
  }

  #isIn({ range, window }: Selection, at: number): boolean {
    const day = dayOf(this.#history.store.timeZone, at);
    if (window && (at < window.from || at >= window.until)) return false;
    return range.from <= day && day <= range.to;
  }

  /** `at`: when what is to be counted happened. */
  #isChosen({ filters, bots, only }: Selection, visit: OracleVisit, at: number): boolean {
    if (visit.bot && !bots) return false;
    const values = (dimension: Dimension) => this.#valuesOfVisit(visit, at, dimension);
    if (
      only &&
      hasOne(only.dimension) &&
      !values(only.dimension).some((value) => only.values.includes(value))
    ) {
      return false;
    }
    return filters.every((filter) => holds(filter, values));
  }

  #isChosenStatement({ filters, bots, only }: Selection, statement: OracleStatement): boolean {
    if (statement.bot && !bots) return false;
    const values = (dimension: Dimension) => this.#valuesOfStatement(statement, dimension);
    if (
      only &&
      hasOne(only.dimension) &&
      !values(only.dimension).some((value) => only.values.includes(value))
    ) {
      return false;
    }
    return filters.every((filter) => holds(filter, values));
  }

  #valuesOfVisit(visit: OracleVisit, at: number, dimension: Dimension): readonly string[] {
    const { timeZone } = this.#history.store;
    switch (dimension) {
      case 'page':
        return [...visit.pages];
      case 'product':
        return [...visit.products];
      case 'customer':
        return this.#statements
          .filter((statement) => statement.visit === visit && statement.isOrder)
          .map((statement) => customerKind(statement, this.#statements));
      case 'event':
        return visit.events.map(({ event }) => event.name);
      case 'hour':
        return [hourOf(timeZone, at)];
      case 'weekday':
        return [weekdayOf(timeZone, at)];
      default:
        return [visit.values[dimension]];
    }
  }

  #valuesOfStatement(statement: OracleStatement, dimension: Dimension): readonly string[] {
    const { visit, at, order, country } = statement;
    const { timeZone } = this.#history.store;
    switch (dimension) {
      case 'product':
        return [...(this.#productsOfOrder.get(order) ?? [])];
      case 'hour':
        return [hourOf(timeZone, at)];
      case 'weekday':
        return [weekdayOf(timeZone, at)];
      case 'customer':
        return [customerKind(statement, this.#statements)];
      case 'country':
        return [country];
      case 'page':
      case 'event':
        return visit ? this.#valuesOfVisit(visit, at, dimension) : [];
      default:
        return [visit?.values[dimension] ?? ''];
    }
  }

  /** By product: orders whose first sale of one of the products is among the statements. */
  #countOrders({ only }: Selection, statements: readonly OracleStatement[]): number {
    if (only?.dimension !== 'product') return statements.filter(({ isOrder }) => isOrder).length;
    const firstSales = this.#statements.flatMap((statement) => {
      const before = this.#statements.slice(0, this.#statements.indexOf(statement));
      return only.values
        .filter((product) => product !== '' && sells(statement, product))
        .filter(
          (product) => !before.some((other) => other.order === statement.order && sells(other, product)),
        )
        .map(() => statement);
    });
    return new Set(statements.filter((statement) => firstSales.includes(statement)).map(({ order }) => order))
      .size;
  }
}

function sells({ sold }: OracleStatement, product: string): boolean {
  return sold.has(product);
}

function isBounce({ events }: OracleVisit): boolean {
  const names = events.map(({ event }) => event.name);
  return (
    names.filter((name) => name === 'page_view').length === 1 &&
    names.every((name) => ['page_view', 'view_item', 'view_item_list', 'view_cart'].includes(name))
  );
}

function hasOne(dimension: Dimension): boolean {
  return dimension !== 'page' && dimension !== 'event' && dimension !== 'product';
}

function amountsIn({ only }: Selection, { amounts, products }: OracleStatement): OracleAmounts {
  if (only?.dimension !== 'product') return amounts;
  return only.values.map((product) => products.get(product) ?? nothing()).reduce(add, nothing());
}
