import type { DayRange, Dimension, Filter } from '../src/query.ts';
import { customerKind } from './customers.ts';
import { holds } from './filters.ts';
import type { History, OracleEvent } from './history.ts';
import { dayOf, hourOf, weekdayOf } from './local-time.ts';
import { type ProductWords, productWords } from './names.ts';
import { type OracleStatement, statementsOf } from './orders.ts';
import { type OracleVisit, visitsOf } from './visits.ts';

/** Everything that a history tells. */
export interface Known extends ProductWords {
  readonly history: History;
  readonly visits: readonly OracleVisit[];
  readonly statements: readonly OracleStatement[];
}

export function learn(history: History): Known {
  const visits = visitsOf(history);
  return { history, visits, statements: statementsOf(history, visits), ...productWords(history) };
}

/** What is asked for. */
export interface Selection {
  readonly range: DayRange;
  readonly filters: readonly Filter[];
  readonly bots: boolean;
}

/** What is to be counted. */
export interface Selected {
  /** Those that started in the range. */
  readonly visits: readonly OracleVisit[];
  /** Those that happened in the range, each with its visit. */
  readonly events: readonly { readonly event: OracleEvent; readonly visit: OracleVisit }[];
  readonly statements: readonly OracleStatement[];
}

/** Filters choose visits, orders and times; everything of those visits and orders counts when it happened. */
export function select(known: Known, { range, filters, bots }: Selection): Selected {
  const isIn = ({ at }: { readonly at: number }) => {
    const day = dayOf(known.history.store.timeZone, at);
    return range.from <= day && day <= range.to;
  };
  const isChosen = (values: Values) =>
    filters.every((filter) =>
      holds(filter, (dimension) => ({ values: values(dimension), names: namesOf(known, dimension, values) })),
    );
  const visits = known.visits.filter((visit) => bots || !visit.bot);
  return {
    visits: visits.filter((visit) => isIn(visit) && isChosen(ofVisit(known, visit, visit.at))),
    events: visits
      .flatMap((visit) => visit.events.map((event) => ({ event, visit })))
      .filter(({ event, visit }) => isIn(event) && isChosen(ofVisit(known, visit, event.at))),
    statements: known.statements.filter(
      (statement) => isIn(statement) && (bots || !statement.bot) && isChosen(ofStatement(known, statement)),
    ),
  };
}

/** The part of it that happened in `from <= at < until`. */
export function during({ visits, events, statements }: Selected, from: number, until: number): Selected {
  const isIn = ({ at }: { readonly at: number }) => from <= at && at < until;
  return {
    visits: visits.filter(isIn),
    events: events.filter(({ event }) => isIn(event)),
    statements: statements.filter(isIn),
  };
}

/** All values that something has of a dimension. */
export type Values = (dimension: Dimension) => readonly string[];

/** Of a visit, of which something happened at `at`. */
export function ofVisit(known: Known, visit: OracleVisit, at: number): Values {
  const { timeZone } = known.history.store;
  return (dimension) => {
    switch (dimension) {
      case 'page':
        return visit.pages;
      case 'product':
        return visit.products;
      case 'collection':
        return visit.products.map((product) => collectionOf(known, product));
      case 'event':
        return visit.events.map(({ event }) => event.name);
      case 'customer':
        return known.statements
          .filter((statement) => statement.visit === visit && statement.isOrder)
          .map((statement) => customerKind(statement, known.statements));
      case 'hour':
        return [hourOf(timeZone, at)];
      case 'weekday':
        return [weekdayOf(timeZone, at)];
      default:
        return [visit.values[dimension]];
    }
  };
}

/** An order has its visit's values, but a country, a browser and a time of its own, and the products in it. */
export function ofStatement(known: Known, statement: OracleStatement): Values {
  const { visit, at, order, country, browser } = statement;
  const { timeZone } = known.history.store;
  return (dimension) => {
    switch (dimension) {
      case 'page':
      case 'event':
        return visit ? ofVisit(known, visit, at)(dimension) : [];
      case 'product':
        return productsOfOrder(known, order);
      case 'collection':
        return productsOfOrder(known, order).map((product) => collectionOf(known, product));
      case 'hour':
        return [hourOf(timeZone, at)];
      case 'weekday':
        return [weekdayOf(timeZone, at)];
      case 'customer':
        return [customerKind(statement, known.statements)];
      case 'country':
        return [country];
      case 'browser':
        return [browser];
      default:
        return [visit?.values[dimension] ?? ''];
    }
  };
}

function productsOfOrder({ statements }: Known, order: string): string[] {
  return statements.filter((other) => other.order === order).flatMap(({ products }) => [...products.keys()]);
}

export function collectionOf({ collections }: Known, product: string): string {
  return collections.get(product) ?? '';
}

/** Products are found by their names, too. */
function namesOf({ names }: Known, dimension: Dimension, values: Values): string[] {
  return dimension === 'product' ? values(dimension).flatMap((product) => names.get(product) ?? []) : [];
}

/** Whether everything that is counted has exactly one value. */
export function hasOne(dimension: Dimension): boolean {
  return !['page', 'event', 'product', 'collection'].includes(dimension);
}
