import type { Comparison, Filter } from '../filter.ts';
import { sessionColumn, type SourceTable } from './source-tables.ts';
import type { Bind } from './statement.ts';

/** A filter as a condition on a source's rows. Never null, so that `not` is the opposite. */
export function condition(filter: Filter, table: SourceTable, bind: Bind): string {
  if ('and' in filter) return `(${filter.and.map((part) => condition(part, table, bind)).join(' AND ')})`;
  if ('or' in filter) return `(${filter.or.map((part) => condition(part, table, bind)).join(' OR ')})`;
  return 'not' in filter ? `NOT ${condition(filter.not, table, bind)}` : compared(filter, table, bind);
}

/**
 * Filters choose visits and orders: `page` those visits (and the orders they led to) that saw the page, `product` those
 * visits that looked at the product and those orders that contain it; every other dimension is one of the visit's own.
 * An order without a visit has '' everywhere but for its country.
 */
function compared(filter: Comparison, table: SourceTable, bind: Bind): string {
  const matches = (expression: string) => comparison(filter, expression, bind);
  if (filter.dimension === 'page') {
    const seen = `EXISTS (SELECT 1 FROM event seen WHERE seen.session = ${table.session}
      AND seen.name = 'page_view' AND ${matches('seen.page')})`;
    return negateIf(filter, seen);
  }
  if (filter.dimension === 'product') {
    const products = `(SELECT id FROM product WHERE ${matches('code')}${orByName(filter, matches)})`;
    return negateIf(filter, table.withProduct(products));
  }
  return negateIf(filter, matches(sessionColumn(filter.dimension, table)));
}

/** Whether an expression has one of the values, regardless of `is_not`. */
function comparison({ op, values }: Comparison, expression: string, bind: Bind): string {
  const list = `json_each(${bind(JSON.stringify(values))})`;
  if (op !== 'contains' && op !== 'prefix') return `${expression} IN (SELECT value FROM ${list})`;
  // Not LIKE: its patterns are limited to 50 bytes, and % and _ are characters like any other here.
  const fits =
    op === 'contains' ? `instr(${expression}, value) > 0` : `substr(${expression}, 1, length(value)) = value`;
  return `EXISTS (SELECT 1 FROM ${list} WHERE ${fits})`;
}

/** Products are searched by what people call them, too. */
function orByName({ op }: Comparison, matches: (expression: string) => string): string {
  return op === 'contains' || op === 'prefix' ? ` OR ${matches('name')}` : '';
}

function negateIf({ op }: Comparison, sql: string): string {
  return op === 'is_not' ? `NOT ${sql}` : sql;
}
