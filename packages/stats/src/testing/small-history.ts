import type { ReceivedBatch } from '../event.ts';
import type { LedgerEntryInput } from '../orders/ledger-entry.ts';
import type { MetricId } from '../metrics.ts';
import type { Dimension } from '../query.ts';
import { batchOf } from './batch.ts';

/** Three days of a shop in Berlin, small enough to be counted by hand, and the visit before them. */
export const RANGE = { from: '2026-11-18', to: '2026-11-20' };
/** Noon of the day after. */
export const NOW = '2026-11-21T11:00:00Z';

export function batches(): ReceivedBatch[] {
  return [
    batchOf({ at: '2026-11-17T09:00:00Z', from: 'ann' }),
    // Ann comes from Google, buys two pots and a lid.
    batchOf({
      at: '2026-11-18T09:10:00Z',
      from: 'ann',
      events: [
        { at: '2026-11-18T09:00:00Z', referrer: 'https://www.google.com/' },
        { at: '2026-11-18T09:05:00Z', path: '/pots' },
        {
          at: '2026-11-18T09:05:01Z',
          path: '/pots',
          name: 'view_item',
          items: [{ item_id: 'pot', item_category: 'Kitchen' }],
        },
        { at: '2026-11-18T09:06:00Z', path: '/pots', name: 'add_to_cart', items: [{ item_id: 'pot' }] },
        { at: '2026-11-18T09:08:00Z', path: '/checkout', name: 'begin_checkout' },
        {
          path: '/thanks',
          name: 'purchase',
          transaction_id: '1001',
          tax: '6.48',
          shipping: '4.90',
          items: [
            { item_id: 'pot', item_name: 'Pot', price: '18.00', discount: '2.00', quantity: 2 },
            { item_id: 'lid', item_name: 'Lid', price: 4.5 },
          ],
        },
      ],
    }),
    // Ben looks in on his phone and again two hours later, from the newsletter.
    batchOf({ at: '2026-11-18T10:00:00Z', from: 'ben', country: 'FR', device: 'mobile' }),
    batchOf({
      at: '2026-11-18T12:01:00Z',
      from: 'ben',
      country: 'FR',
      device: 'mobile',
      events: [
        {
          at: '2026-11-18T12:00:00Z',
          path: '/pots?utm_source=newsletter&utm_medium=email&utm_campaign=november',
        },
        { at: '2026-11-18T12:00:00Z', path: '/pots', name: 'view_item', items: [{ item_id: 'pot' }] },
        { path: '/lids' },
      ],
    }),
    // Cy comes from Google and pays in dollars.
    batchOf({
      at: '2026-11-19T20:02:00Z',
      from: 'cy',
      country: 'US',
      events: [
        { at: '2026-11-19T20:00:00Z', referrer: 'https://www.google.com/' },
        { at: '2026-11-19T20:01:00Z', path: '/lids' },
        { at: '2026-11-19T20:01:00Z', path: '/lids', name: 'view_item', items: [{ item_id: 'lid' }] },
        { path: '/thanks', name: 'purchase', transaction_id: '1002', value: 30, currency: 'USD' },
      ],
    }),
    // A robot orders, too.
    batchOf({
      at: '2026-11-19T21:00:00Z',
      from: 'robot',
      bot: 'headless',
      events: [{}, { path: '/thanks', name: 'purchase', transaction_id: '1003', value: 10 }],
    }),
  ];
}

/** An order by Ann on the phone, a pot that she sends back and a correction. */
export const ENTRIES: readonly LedgerEntryInput[] = [
  {
    id: 'sale-1004',
    kind: 'sale',
    order: '1004',
    at: Date.parse('2026-11-19T08:00:00Z'),
    currency: 'EUR',
    gross: 1000,
    country: 'AT',
    customer: 'ann',
    source: 'server',
    lines: [{ product: 'jar', name: 'Jar', quantity: 1, gross: 1000 }],
  },
  {
    id: 'refund-1001',
    kind: 'refund',
    order: '1001',
    at: Date.parse('2026-11-20T08:00:00Z'),
    currency: 'EUR',
    returns: 1800,
    customer: 'ann',
    source: 'server',
    lines: [{ product: 'pot', name: 'Pot', quantity: -1, gross: -2000, discount: -200 }],
  },
  {
    id: 'correction',
    kind: 'adjustment',
    order: 'correction',
    at: Date.parse('2026-11-20T09:00:00Z'),
    currency: 'EUR',
    adjustment: -100,
    source: 'server',
  },
];

/** Ann, Ben, Ben again and Cy; orders 1001, 1002 (in dollars) and 1004. */
export const TOTALS: Readonly<Record<MetricId, number>> = {
  sessions: 4,
  visitors: 3,
  page_views: 7,
  views_per_session: 1.75,
  bounce_rate: 0.25,
  visit_duration: 195,
  conversion_rate: 0.5,
  product_views: 3,
  add_to_carts: 1,
  view_to_order_rate: 1,
  checkouts: 1,
  events: 14,
  orders: 3,
  units: 4,
  gross_sales: 5450,
  discounts: 400,
  returns: 1800,
  adjustments: -100,
  net_sales: 3150,
  taxes: 648,
  shipping: 490,
  total_sales: 4288,
  average_order_value: 2525,
  returning_customer_rate: 1,
  shop_orders: 1,
  coverage: 0,
};

/** `[value, sessions, visitors, page views, orders, net sales]`, most sessions first; null where there is no such figure. */
export const ROWS: Readonly<Record<Dimension, readonly (readonly (string | number | null)[])[]>> = {
  channel: [
    ['Organic Search', 2, 2, 4, 2, 2250],
    ['Direct', 1, 1, 1, 0, 0],
    ['Email', 1, 1, 2, 0, 0],
    ['', 0, 0, 0, 1, 900],
  ],
  source: [
    ['Google', 2, 2, 4, 2, 2250],
    ['', 1, 1, 1, 1, 900],
    ['newsletter', 1, 1, 2, 0, 0],
  ],
  medium: [
    ['organic', 2, 2, 4, 2, 2250],
    ['', 1, 1, 1, 1, 900],
    ['email', 1, 1, 2, 0, 0],
  ],
  campaign: [
    ['', 3, 3, 5, 3, 3150],
    ['november', 1, 1, 2, 0, 0],
  ],
  term: [['', 4, 3, 7, 3, 3150]],
  content: [['', 4, 3, 7, 3, 3150]],
  landing_page: [
    ['/', 3, 3, 5, 2, 2250],
    ['/pots', 1, 1, 2, 0, 0],
    ['', 0, 0, 0, 1, 900],
  ],
  exit_page: [
    ['/thanks', 2, 2, 4, 2, 2250],
    ['/', 1, 1, 1, 0, 0],
    ['/lids', 1, 1, 2, 0, 0],
    ['', 0, 0, 0, 1, 900],
  ],
  page: [
    ['/', 3, 3, 3, null, null],
    ['/lids', 2, 2, 2, null, null],
    ['/pots', 2, 2, 2, null, null],
  ],
  event: [
    ['page_view', 4, 3, null, null, null],
    ['view_item', 3, 3, null, null, null],
    ['purchase', 2, 2, null, null, null],
    ['add_to_cart', 1, 1, null, null, null],
    ['begin_checkout', 1, 1, null, null, null],
  ],
  product: [
    ['', null, null, null, 0, -100],
    ['jar', null, null, null, 1, 1000],
    ['lid', null, null, null, 1, 450],
    ['pot', null, null, null, 1, 1800],
  ],
  collection: [
    ['', null, null, null, 2, 1350],
    ['Kitchen', null, null, null, 1, 1800],
  ],
  country: [
    ['FR', 2, 1, 3, 0, 0],
    ['DE', 1, 1, 2, 1, 2250],
    ['US', 1, 1, 2, 1, 0],
    ['', 0, 0, 0, 0, -100],
    ['AT', 0, 0, 0, 1, 1000],
  ],
  region: [['', 4, 3, 7, 3, 3150]],
  city: [['', 4, 3, 7, 3, 3150]],
  device: [
    ['desktop', 2, 2, 4, 2, 2250],
    ['mobile', 2, 1, 3, 0, 0],
    ['', 0, 0, 0, 1, 900],
  ],
  browser: [
    ['Firefox', 4, 3, 7, 2, 2250],
    ['', 0, 0, 0, 1, 900],
  ],
  system: [
    ['Linux', 4, 3, 7, 2, 2250],
    ['', 0, 0, 0, 1, 900],
  ],
  hour: [
    ['10', 1, 1, 2, 1, 3950],
    ['11', 1, 1, 1, 0, 0],
    ['13', 1, 1, 2, 0, 0],
    ['21', 1, 1, 2, 1, 0],
    ['9', 0, 0, 0, 1, -800],
  ],
  weekday: [
    ['3', 3, 2, 5, 1, 4050],
    ['4', 1, 1, 2, 2, 1000],
    ['5', 0, 0, 0, 0, -1900],
  ],
  customer: [
    ['', null, null, null, 1, -100],
    ['new', null, null, null, 1, 2250],
    ['returning', null, null, null, 1, 1000],
  ],
};
