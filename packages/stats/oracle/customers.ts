import type { OracleStatement } from './orders.ts';

/** Whether the order that a statement is about is its customer's first ever, of all that the history tells. */
export function customerKind(
  { order }: OracleStatement,
  all: readonly OracleStatement[],
): 'new' | 'returning' | '' {
  const placed = all.filter(({ isOrder, customer }) => isOrder && customer !== null);
  const own = placed.find((other) => other.order === order);
  if (!own) return '';
  const isBefore = (other: OracleStatement) =>
    other.at < own.at || (other.at === own.at && other.order < own.order);
  return placed.some((other) => other.customer === own.customer && isBefore(other)) ? 'returning' : 'new';
}

/** Of the customers with an order among some statements: the share of those with one that is not their first ever. */
export function returningCustomerRate(
  some: readonly OracleStatement[],
  all: readonly OracleStatement[],
): number | null {
  const orders = some.filter(({ isOrder, customer }) => isOrder && customer !== null);
  const returning = orders.filter((statement) => customerKind(statement, all) === 'returning');
  return orders.length === 0 ? null : countCustomers(returning) / countCustomers(orders);
}

function countCustomers(of: readonly OracleStatement[]): number {
  return new Set(of.map(({ customer }) => customer)).size;
}
