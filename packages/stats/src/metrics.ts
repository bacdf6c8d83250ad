/**
 * The registry of metrics. The dashboard's explanations, the HTTP API and `docs/metrics.md`
 * all come from here, so that a figure has one definition.
 */
export interface Metric {
  readonly label: string;
  readonly definition: string;
  readonly formula: string;
  readonly unit: 'count' | 'money' | 'rate' | 'ratio' | 'seconds';
  /** Which way is good news; null where neither is. */
  readonly better: 'higher' | 'lower' | null;
}

export const METRICS = {
  sessions: {
    label: 'Sessions',
    definition:
      'Visits. A visit ends after 30 minutes without activity and counts on the day it started, even across midnight.',
    formula: 'number of sessions',
    unit: 'count',
    better: 'higher',
  },
  visitors: {
    label: 'Visitors',
    definition:
      'Distinct visitors, recognised without cookies for one day. Somebody who comes on two days counts on each of them.',
    formula: 'sum over days of distinct visitors',
    unit: 'count',
    better: 'higher',
  },
  page_views: {
    label: 'Page views',
    definition: 'Pages shown, including pages shown again.',
    formula: 'number of page_view events',
    unit: 'count',
    better: 'higher',
  },
  views_per_session: {
    label: 'Views per session',
    definition: 'Pages shown in an average session.',
    formula: 'page views ÷ sessions',
    unit: 'ratio',
    better: 'higher',
  },
  bounce_rate: {
    label: 'Bounce rate',
    definition:
      'Share of sessions with one page view and no interaction. What fires by itself when a page is shown (a product, a list, the cart) or left is no interaction.',
    formula:
      'sessions with one page_view and no event but view_item, view_item_list, view_cart and user_engagement ÷ sessions',
    unit: 'rate',
    better: 'lower',
  },
  visit_duration: {
    label: 'Visit duration',
    definition: 'Time from the first to the last event of an average session.',
    formula: 'sum of (last event − first event) ÷ sessions',
    unit: 'seconds',
    better: 'higher',
  },
  conversion_rate: {
    label: 'Conversion rate',
    definition: 'Share of sessions with at least one order.',
    formula: 'sessions with an order ÷ sessions',
    unit: 'rate',
    better: 'higher',
  },
  product_views: {
    label: 'Product views',
    definition: 'Times a product was looked at.',
    formula: 'number of products in view_item events',
    unit: 'count',
    better: 'higher',
  },
  add_to_carts: {
    label: 'Added to cart',
    definition: 'Times a product was put into a cart.',
    formula: 'number of products in add_to_cart events',
    unit: 'count',
    better: 'higher',
  },
  view_to_order_rate: {
    label: 'Orders per view',
    definition: 'Orders in proportion to how often products were looked at.',
    formula: 'orders ÷ product views',
    unit: 'rate',
    better: 'higher',
  },
  checkouts: {
    label: 'Checkouts',
    definition: 'Times a checkout was begun.',
    formula: 'number of begin_checkout events',
    unit: 'count',
    better: 'higher',
  },
  events: {
    label: 'Events',
    definition:
      'Everything that was recorded: pages shown, products looked at, carts filled and whatever else the shop tells.',
    formula: 'number of events',
    unit: 'count',
    better: null,
  },
  orders: {
    label: 'Orders',
    definition:
      'Orders placed, on the day they were placed. Cancelled and unpaid orders count; test orders do not. One order id is one order.',
    formula: 'number of distinct orders',
    unit: 'count',
    better: 'higher',
  },
  units: {
    label: 'Units',
    definition: 'Items sold, before returns. What is given away at no price is not counted.',
    formula: 'sum of quantities of lines with a price',
    unit: 'count',
    better: 'higher',
  },
  gross_sales: {
    label: 'Gross sales',
    definition: 'Price times quantity, before tax, shipping, discounts and returns.',
    formula: 'sum of price × quantity',
    unit: 'money',
    better: 'higher',
  },
  discounts: {
    label: 'Discounts',
    definition: 'What was taken off orders and their lines.',
    formula: 'sum of discounts',
    unit: 'money',
    better: null,
  },
  returns: {
    label: 'Returns',
    definition: 'Refunded and cancelled goods, on the day of the refund.',
    formula: 'sum of refunds and cancellations',
    unit: 'money',
    better: 'lower',
  },
  adjustments: {
    label: 'Adjustments',
    definition: 'Corrections that belong to no order, such as bad debt. Negative amounts lower net sales.',
    formula: 'sum of adjustments',
    unit: 'money',
    better: null,
  },
  net_sales: {
    label: 'Net sales',
    definition: 'What was sold after discounts and returns, before tax and shipping.',
    formula: 'gross sales − discounts − returns + adjustments',
    unit: 'money',
    better: 'higher',
  },
  taxes: {
    label: 'Taxes',
    definition: 'Taxes and duties charged on orders.',
    formula: 'sum of taxes',
    unit: 'money',
    better: null,
  },
  shipping: {
    label: 'Shipping',
    definition: 'Shipping charged on orders.',
    formula: 'sum of shipping charges',
    unit: 'money',
    better: null,
  },
  total_sales: {
    label: 'Total sales',
    definition: 'Net sales with taxes, duties and shipping.',
    formula: 'net sales + taxes + shipping',
    unit: 'money',
    better: 'higher',
  },
  average_order_value: {
    label: 'Average order value',
    definition: 'What an average order is worth before returns, tax and shipping.',
    formula: '(gross sales − discounts) ÷ orders in the store’s currency',
    unit: 'money',
    better: 'higher',
  },
  returning_customer_rate: {
    label: 'Returning customer rate',
    definition:
      'Share of customers with an order that is at least their second ever. Orders of unknown customers are left out.',
    formula: 'customers with an order that is not their first ever ÷ customers with an order',
    unit: 'rate',
    better: 'higher',
  },
  shop_orders: {
    label: 'Orders told by the shop',
    definition:
      'Orders placed online that the shop’s server told of (webhooks). Imported orders, and what was sold at a till or by hand, do not count.',
    formula: 'number of distinct online orders told by a server',
    unit: 'count',
    better: null,
  },
  coverage: {
    label: 'Tracking coverage',
    definition:
      'Share of the orders told by the shop’s server that a browser told of, too: how much of what is bought the storefront script sees.',
    formula: 'orders told by the shop with a purchase event ÷ orders told by the shop',
    unit: 'rate',
    better: 'higher',
  },
} as const satisfies Record<string, Metric>;

export type MetricId = keyof typeof METRICS;
export const METRIC_IDS = Object.keys(METRICS).filter(isMetricId);

export function isMetricId(id: string): id is MetricId {
  return Object.hasOwn(METRICS, id);
}
