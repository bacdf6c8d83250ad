import { customerKind } from './customer-kind.ts';
import type { Grouping } from './grouping.ts';
import type { Measure, Source } from './measures.ts';

/** The wanted measures of a source as columns. `currency` is how the statement refers to the store's currency. */
export function selectMeasures(
  source: Source,
  grouping: Grouping,
  wanted: ReadonlySet<Measure>,
  currency: string,
): string {
  const columns = columnsOf(source, grouping, currency);
  return [...wanted].map((measure) => `${columns[measure] ?? '0'} AS ${measure}`).join(', ');
}

function columnsOf(source: Source, grouping: Grouping, currency: string): Columns {
  if (source === 'customers') return OF_CUSTOMERS;
  return source === 'orders' ? ofOrders(grouping, currency) : ofVisits(grouping);
}

type Columns = { readonly [Name in Measure]?: string };

export const OF_CUSTOMERS = {
  customers: 'COUNT(DISTINCT p.customer)',
  returning_customers: `COUNT(DISTINCT CASE WHEN ${customerKind('p')} = 'returning' THEN p.customer END)`,
} as const satisfies Columns;

function ofVisits(grouping: Grouping): Columns {
  return {
    // A visit sees a page as often as it likes.
    sessions: grouping === 'page' || grouping === 'event' ? 'COUNT(DISTINCT s.id)' : 'COUNT(*)',
    visitors: 'COUNT(DISTINCT s.visitor)',
    bounces: 'SUM(s.page_views = 1 AND s.interactions = 0)',
    duration: 'SUM(s.last_at - s.first_at)',
    converted: 'SUM(s.orders > 0)',
    page_views: 'COUNT(*)',
    checkouts: 'COUNT(*)',
    events: 'COUNT(*)',
    product_views: `SUM(i.kind = 'view')`,
    add_to_carts: `SUM(i.kind = 'cart')`,
  };
}

function ofOrders(grouping: Grouping, currency: string): Columns {
  const table = grouping === 'product' ? 'l' : 'p';
  // Not SUM, which refuses to go beyond 64 bits: too much of whatever strangers send must not hide everything else.
  const money = (column: string) => `TOTAL(CASE WHEN p.currency = ${currency} THEN ${column} ELSE 0 END)`;
  return {
    orders: `SUM(${table}.is_order)`,
    own_orders: money(`${table}.is_order`),
    units: `SUM(${table}.units)`,
    gross: money(`${table}.gross`),
    discounts: money(`${table}.discount`),
    returns: money(`${table}.returns`),
    adjustments: money(`${table}.adjustment`),
    taxes: money('p.tax'),
    shipping: money('p.shipping'),
  };
}
