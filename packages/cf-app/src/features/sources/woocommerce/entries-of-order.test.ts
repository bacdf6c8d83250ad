import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { ledgerEntry } from '@layerkick/stats/orders/ledger-entry';
import { postOrder } from '@layerkick/stats/orders/post-order';
import { expect, test } from 'vitest';
import { impersonal } from '../impersonal.ts';
import { readDelivery } from '../read-delivery.ts';

const received = { at: Date.parse('2026-11-21T12:00:00Z'), currency: 'EUR' };

const order = {
  id: 727,
  status: 'processing',
  currency: 'EUR',
  date_created_gmt: '2026-11-20T19:28:02',
  date_modified_gmt: '2026-11-20T19:30:00',
  shipping_total: '10.00',
  cart_tax: '5.70',
  total: '45.70',
  total_tax: '5.70',
  customer_id: 26,
  billing: { country: 'DE', first_name: 'Some', email: 'somebody@shop.example' },
  shipping: { country: '' },
  line_items: [
    {
      id: 315,
      product_id: 93,
      name: 'Pot',
      quantity: 2,
      subtotal: '40.00',
      total: '30.00',
      subtotal_tax: '0',
    },
  ],
  fee_lines: [],
  refunds: [],
};

function entries(topic: string, content: unknown) {
  const reading = readDelivery('woocommerce', topic, impersonal(content), received);
  if (reading.kind !== 'entries') throw new Error(JSON.stringify(reading));
  return reading.entries.map((entry) => ledgerEntry.parse(entry));
}

test('an order is a sale without tax, at its time in UTC', () => {
  expect(entries('order.created', order)).toMatchObject([
    {
      kind: 'sale',
      order: '727',
      at: Date.parse('2026-11-20T19:28:02Z'),
      gross: 4000,
      discount: 1000,
      tax: 570,
      shipping: 1000,
      customer: 'woocommerce:26',
      country: 'DE',
      lines: [{ product: '93', name: 'Pot', quantity: 2, gross: 4000, discount: 1000 }],
    },
  ]);
});

test('a guest is nobody we know, a draft is no order, and one in the bin does not count', () => {
  expect(entries('order.created', { ...order, customer_id: 0 })[0]).not.toHaveProperty('customer');
  expect(entries('order.created', { ...order, status: 'checkout-draft' })).toEqual([]);
  expect(entries('order.updated', { ...order, status: 'trash' })).toMatchObject([{ kind: 'deletion' }]);
  expect(entries('order.deleted', { id: 727 })).toMatchObject([{ kind: 'deletion', order: '727' }]);
});

test.each([
  ['checkout', undefined],
  ['store-api', undefined],
  ['admin', false],
  ['subscription', false],
])('an order made by %s: whether a browser could have seen it', (created_via, online) => {
  const userAgent = 'mozilla/5.0 (x11; linux x86_64; rv:144.0) gecko/20100101 firefox/144.0';
  const [sale] = entries('order.created', { ...order, created_via, customer_user_agent: userAgent });
  expect(sale).toMatchObject({ browser: 'Firefox' });
  expect(sale?.online).toBe(online);
});

/** Net of returns, tax and shipping as the ledger counts several deliveries. */
function counted(deliveries: readonly unknown[]) {
  const rows = deliveries
    .flatMap((delivery) => entries('order.updated', delivery))
    .map((entry, seq) => ({ seq, event: null, bot: '', entry }));
  const postings = postOrder(rows);
  const sum = (of: (posting: (typeof postings)[number]) => number) =>
    postings.reduce((total, posting) => total + of(posting), 0);
  return {
    net: sum(({ entry, returns }) => entry.gross - entry.discount - returns),
    tax: sum(({ entry }) => entry.tax),
    shipping: sum(({ entry }) => entry.shipping),
  };
}

const later = (minutes: number, changes: object) => ({
  ...order,
  ...changes,
  date_modified_gmt: new Date(Date.parse('2026-11-20T19:30:00Z') + minutes * 60_000)
    .toISOString()
    .slice(0, 19),
});

test('a partial refund takes its share of tax and leaves shipping', () => {
  const refunded = later(5, { refunds: [{ id: 900, total: '-11.90' }] });
  expect(counted([order, refunded])).toEqual({ net: 3000 - 1000, tax: 570 - 190, shipping: 1000 });
});

test('a full refund and a cancellation give back everything', () => {
  const refunded = later(5, { status: 'refunded', refunds: [{ id: 900, total: '-45.70' }] });
  expect(counted([order, refunded])).toEqual({ net: 0, tax: 0, shipping: 0 });
  expect(counted([order, later(5, { status: 'cancelled' })])).toEqual({ net: 0, tax: 0, shipping: 0 });
});

test('deliveries in another order, or again, count the same', () => {
  const refunded = later(5, { refunds: [{ id: 900, total: '-11.90' }] });
  const completed = later(9, { status: 'completed', refunds: [{ id: 900, total: '-11.90' }] });
  const inOrder = counted([order, refunded, completed]);
  expect(counted([completed, refunded, order])).toEqual(inOrder);
  expect(counted([completed])).toEqual(inOrder);
});

// The platform's documentation examples, which are no part of the project.
const SAMPLES = new URL('../../../../../../../shared/data/woocommerce/', import.meta.url);

test.runIf(existsSync(SAMPLES))('the platform’s own samples can be read', () => {
  const orders = readdirSync(SAMPLES)
    .filter((name) => /^rest-v3\.order\.\d+\.json$/.test(name))
    .flatMap((name): unknown[] => {
      const content: unknown = JSON.parse(readFileSync(new URL(name, SAMPLES), 'utf8'));
      if (Array.isArray(content)) return content;
      const batch = content as { create?: unknown[]; update?: unknown[] };
      return batch.create ? [...batch.create, ...(batch.update ?? [])] : [content];
    });
  expect(orders.length).toBeGreaterThan(4);
  const readings = orders.map((one) =>
    readDelivery('woocommerce', 'order.updated', impersonal(one), received),
  );
  expect(readings.filter(({ kind }) => kind !== 'entries')).toEqual([]);
});
