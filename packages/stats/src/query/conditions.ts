import type { Comparison, Filter } from '../filter.ts';
import { customerKind } from './customer-kind.ts';
import { isOfRow, rowValue } from './row-dimension.ts';
import type { Selection } from './selection.ts';
import type { SourceTable } from './source-tables.ts';
import type { Bind } from './statement.ts';

/** A filter as a condition on a source's rows. Never null, so that `not` is the opposite. */
export function condition(filter: Filter, table: SourceTable, selection: Selection, bind: Bind): string {
  const part = (of: Filter) => condition(of, table, selection, bind);
  if ('and' in filter) return joined(filter.and.map(part), 'AND');
  if ('or' in filter) return joined(filter.or.map(part), 'OR');
  return 'not' in filter ? `NOT ${part(filter.not)}` : compared(filter, table, selection, bind);
}

/** By halves: an expression may be 100 deep, and `a AND b AND c` is as deep as it is long. */
function joined(parts: readonly string[], word: 'AND' | 'OR'): string {
  if (parts.length < 2) return parts.join('');
  const half = Math.ceil(parts.length / 2);
  return `(${joined(parts.slice(0, half), word)} ${word} ${joined(parts.slice(half), word)})`;
}

/**
 * Filters choose visits and orders: `page` those visits (and the orders they led to) that saw the page, `event` those
 * that had such an event, `product` those visits that looked at the product and those orders that contain it, `customer`
 * those orders and the visits that led to one.
 */
function compared(filter: Comparison, table: SourceTable, selection: Selection, bind: Bind): string {
  const { dimension } = filter;
  const matches = (expression: string) => comparison(filter, expression, bind);
  if (isOfRow(dimension)) return negateIf(filter, matches(rowValue(dimension, table, selection, bind)));
  if (dimension === 'customer') {
    if (table.alias === 'p') return negateIf(filter, matches(customerKind('p')));
    return negateIf(
      filter,
      `EXISTS (SELECT 1 FROM posting led
      WHERE led.session = ${table.session} AND led.is_order = 1 AND ${matches(customerKind('led'))})`,
    );
  }
  if (dimension === 'product') {
    const products = `(SELECT id FROM product WHERE ${matches('code')}${orByName(filter, matches)})`;
    return negateIf(filter, table.withProduct(products));
  }
  const had =
    dimension === 'page' ? `had.name = 'page_view' AND ${matches('had.page')}` : matches('had.name');
  return negateIf(filter, `EXISTS (SELECT 1 FROM event had WHERE had.session = ${table.session} AND ${had})`);
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
