import type { Dimension } from '../query.ts';
import type { Source } from './measures.ts';
import type { Grouping } from './scan.ts';

/**
 * The measures of a source as columns. `currency` is how the statement refers to the store's currency.
 * Numbers of visits and orders that a group of several values would count twice are counted by what they are.
 */
export function selectMeasures(source: Source, grouping: Grouping, currency: string): string {
  return COLUMNS[source](
    grouping.by === 'rest' ? grouping.of : grouping.by,
    currency,
    grouping.by === 'rest',
  );
}

type Dimensions = 'day' | 'hour' | Dimension;

const COLUMNS: Readonly<
  Record<Source, (dimension: Dimensions, currency: string, isRest: boolean) => string>
> = {
  sessions: (dimension) =>
    dimension === 'page'
      ? 'COUNT(DISTINCT s.id) AS sessions, COUNT(DISTINCT s.visitor) AS visitors'
      : `COUNT(*) AS sessions, COUNT(DISTINCT s.visitor) AS visitors,
         ${sum('s.page_views = 1 AND s.events = 1')} AS bounces,
         ${sum('s.last_at - s.first_at')} AS duration, ${sum('s.orders > 0')} AS converted`,
  page_views: () => 'COUNT(*) AS page_views',
  checkouts: () => 'COUNT(*) AS checkouts',
  items: () => `${sum(`i.kind = 'view'`)} AS product_views, ${sum(`i.kind = 'cart'`)} AS add_to_carts`,
  orders: (dimension, currency, isRest) =>
    dimension === 'product' ? orderLines(currency, isRest) : orders(currency),
};

function orders(currency: string): string {
  const money = (column: string) => sum(`CASE WHEN p.currency = ${currency} THEN p.${column} ELSE 0 END`);
  return `${sum('p.is_order')} AS orders, ${money('is_order')} AS own_orders, ${sum('p.units')} AS units,
    ${money('gross')} AS gross, ${money('discount')} AS discounts, ${money('returns')} AS returns,
    ${money('adjustment')} AS adjustments, ${money('tax')} AS taxes, ${money('shipping')} AS shipping`;
}

function orderLines(currency: string, isRest: boolean): string {
  const money = (column: string) => sum(`CASE WHEN p.currency = ${currency} THEN l.${column} ELSE 0 END`);
  const orderCount = isRest
    ? 'COUNT(DISTINCT CASE WHEN l.is_order = 1 THEN p.order_id END)'
    : sum('l.is_order');
  return `${orderCount} AS orders, ${sum('l.units')} AS units, ${money('gross')} AS gross,
    ${money('discount')} AS discounts, ${money('returns')} AS returns, ${money('adjustment')} AS adjustments`;
}

/** 0, not null, over nothing. */
function sum(expression: string): string {
  return `COALESCE(SUM(${expression}), 0)`;
}
