import type { MetricId } from '../metrics.ts';

/** Where the figures that metrics are made of are counted. Money is in minor units, durations in ms. */
const SOURCE_OF = {
  sessions: 'sessions',
  visitors: 'sessions',
  bounces: 'sessions',
  duration: 'sessions',
  converted: 'sessions',
  page_views: 'page_views',
  checkouts: 'checkouts',
  events: 'events',
  product_views: 'items',
  add_to_carts: 'items',
  orders: 'orders',
  /** Orders in the store's currency. */
  own_orders: 'orders',
  /** Orders placed online that the shop's server told of, and those among them that a browser told of, too. */
  shop_orders: 'orders',
  seen_orders: 'orders',
  units: 'orders',
  gross: 'orders',
  discounts: 'orders',
  returns: 'orders',
  adjustments: 'orders',
  taxes: 'orders',
  shipping: 'orders',
  customers: 'customers',
  returning_customers: 'customers',
} as const;

export type Measure = keyof typeof SOURCE_OF;
export type Source = (typeof SOURCE_OF)[Measure];

/** The value of a measure; 0 where nothing was counted. */
export type Of = (measure: Measure) => number;

const net = (of: Of) => of('gross') - of('discounts') - of('returns') + of('adjustments');

/** How each metric follows from measures; what it means is said in the registry, `metrics.ts`. */
const FORMULAS: Readonly<Record<MetricId, (of: Of) => number | null>> = {
  sessions: (of) => of('sessions'),
  visitors: (of) => of('visitors'),
  page_views: (of) => of('page_views'),
  views_per_session: (of) => ratio(of('page_views'), of('sessions')),
  bounce_rate: (of) => ratio(of('bounces'), of('sessions')),
  visit_duration: (of) => ratio(of('duration') / 1000, of('sessions')),
  conversion_rate: (of) => ratio(of('converted'), of('sessions')),
  product_views: (of) => of('product_views'),
  add_to_carts: (of) => of('add_to_carts'),
  view_to_order_rate: (of) => ratio(of('orders'), of('product_views')),
  checkouts: (of) => of('checkouts'),
  events: (of) => of('events'),
  orders: (of) => of('orders'),
  units: (of) => of('units'),
  gross_sales: (of) => of('gross'),
  discounts: (of) => of('discounts'),
  returns: (of) => of('returns'),
  adjustments: (of) => of('adjustments'),
  net_sales: net,
  taxes: (of) => of('taxes'),
  shipping: (of) => of('shipping'),
  total_sales: (of) => net(of) + of('taxes') + of('shipping'),
  // Orders in another currency are in no amount and must not lower the average.
  average_order_value: (of) => roundMoney(ratio(of('gross') - of('discounts'), of('own_orders'))),
  returning_customer_rate: (of) => ratio(of('returning_customers'), of('customers')),
  shop_orders: (of) => of('shop_orders'),
  coverage: (of) => ratio(of('seen_orders'), of('shop_orders')),
};

/** A metric's value; null where there is nothing to divide by. */
export function metricOf(metric: MetricId, of: Of): number | null {
  return FORMULAS[metric](of);
}

/** What metrics are made of, by where it is counted. */
export function measuresOf(metrics: readonly MetricId[]): Map<Source, Set<Measure>> {
  const needed = new Map<Source, Set<Measure>>();
  for (const metric of metrics) {
    FORMULAS[metric]((measure) => {
      const source = SOURCE_OF[measure];
      needed.set(source, (needed.get(source) ?? new Set()).add(measure));
      return 0;
    });
  }
  return needed;
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** Money is whole minor units, also where it is an average. */
function roundMoney(amount: number | null): number | null {
  return amount === null ? null : Math.round(amount);
}
