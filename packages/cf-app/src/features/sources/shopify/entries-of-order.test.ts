import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { ledgerEntry } from '@layerkick/stats/orders/ledger-entry';
import { expect, test } from 'vitest';
import { parseLosslessJson } from '../lossless-json.ts';
import { impersonal } from '../impersonal.ts';
import { readDelivery } from '../read-delivery.ts';

const shopMoney = (amount: string, currency = 'EUR') => ({ shop_money: { amount, currency_code: currency } });
const received = { at: Date.parse('2026-11-21T12:00:00Z'), currency: 'EUR' };

const line = {
  id: 11,
  product_id: 7,
  title: 'Pot',
  quantity: 2,
  price: '20.00',
  price_set: shopMoney('20.00'),
  total_discount: '0.00',
  discount_allocations: [{ amount: '4.00', amount_set: shopMoney('4.00') }],
  tax_lines: [{ price: '6.84', price_set: shopMoney('6.84'), rate: 0.19 }],
};

const order = {
  id: 450789469,
  admin_graphql_api_id: 'gid://shopify/Order/450789469',
  test: false,
  created_at: '2026-11-20T10:00:00+01:00',
  updated_at: '2026-11-20T10:00:05+01:00',
  currency: 'EUR',
  taxes_included: false,
  total_tax_set: shopMoney('6.84'),
  customer: { id: 207119551, email: 'somebody@shop.example' },
  shipping_address: { country_code: 'AT', first_name: 'Some', last_name: 'Body' },
  line_items: [line],
  shipping_lines: [{ price: '4.90', price_set: shopMoney('4.90'), tax_lines: [] }],
  refunds: [],
};

function entries(topic: string, content: unknown) {
  const reading = readDelivery('shopify', topic, impersonal(content), received);
  if (reading.kind !== 'entries') throw new Error(JSON.stringify(reading));
  return reading.entries.map((entry) => ledgerEntry.parse(entry));
}

test('an order is a sale in the shop’s money, on the day it was placed', () => {
  expect(entries('orders/create', order)).toMatchObject([
    {
      kind: 'sale',
      order: '450789469',
      at: Date.parse('2026-11-20T09:00:00Z'),
      currency: 'EUR',
      gross: 4000,
      discount: 400,
      tax: 684,
      shipping: 490,
      customer: 'shopify:207119551',
      country: 'AT',
      source: 'server',
      lines: [{ product: '7', name: 'Pot', quantity: 2, gross: 4000, discount: 400 }],
      version: { of: 'sale', number: Date.parse('2026-11-20T09:00:05Z') },
    },
  ]);
});

test('tax that is in the prices is taken out of them, to the cent', () => {
  const included = {
    ...order,
    taxes_included: true,
    line_items: [{ ...line, tax_lines: [{ price: '5.75', rate: 0.19 }] }],
    shipping_lines: [{ price: '4.90', tax_lines: [{ price: '0.78', rate: 0.19 }] }],
    total_tax_set: shopMoney('6.53'),
  };
  const [sale] = entries('orders/create', included);
  // 40.00 − 4.00 paid for the pots, 5.75 of it tax.
  expect((sale?.gross ?? 0) - (sale?.discount ?? 0)).toBe(3600 - 575);
  expect(sale).toMatchObject({ gross: 3361, shipping: 412, tax: 653 });
});

test('a test order, a gift card and a draft of neither are no sales', () => {
  expect(entries('orders/create', { ...order, test: true })).toMatchObject([{ kind: 'deletion' }]);
  const card = { ...order, line_items: [line, { ...line, id: 12, product_id: 8, gift_card: true }] };
  expect(entries('orders/create', card)).toMatchObject([{ gross: 4000, lines: [{ product: '7' }] }]);
});

test.each([
  ['web', undefined],
  ['580111', undefined],
  ['pos', false],
  ['shopify_draft_order', false],
])('an order from %s: whether a browser could have seen it', (source_name, online) => {
  const details = { browser_ip: '203.0.113.9', user_agent: 'Mozilla/5.0 Gecko/20100101 Firefox/144.0' };
  const [sale] = entries('orders/create', { ...order, source_name, client_details: details });
  expect(sale).toMatchObject({ browser: 'Firefox' });
  expect(sale?.online).toBe(online);
});

const refund = {
  id: 509562969,
  order_id: 450789469,
  created_at: '2026-11-25T08:00:00+01:00',
  processed_at: null,
  refund_line_items: [
    { quantity: 1, line_item: line, subtotal_set: shopMoney('18.00'), total_tax_set: shopMoney('3.42') },
  ],
  order_adjustments: [
    { id: 1, kind: 'shipping_refund', amount: '-4.90', tax_amount: '0.00' },
    { id: 2, kind: 'refund_discrepancy', amount: '-1.50', tax_amount: '0.00' },
  ],
};

test('a refund gives back products on its own date, then shipping, then what is on no line', () => {
  const at = Date.parse('2026-11-25T07:00:00Z');
  expect(entries('refunds/create', refund)).toMatchObject([
    {
      id: 'shopify:refund:509562969',
      kind: 'refund',
      order: '450789469',
      at,
      gives: 'lines',
      lines: [{ product: '7', quantity: -1 }],
      tax: -342,
      shipping: -490,
    },
    { id: 'shopify:refund:509562969:amount', at, gives: 'amounts', returns: 150 },
  ]);
});

test('a refund inside its order is the same one', () => {
  const ids = entries('orders/updated', { ...order, refunds: [refund] }).map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(entries('refunds/create', refund).map(({ id }) => id)));
});

test('a cancellation gives back what is left, and tax and shipping that no refund gave back', () => {
  const cancelled = { ...order, cancelled_at: '2026-11-26T08:00:00+01:00', refunds: [refund] };
  expect(entries('orders/cancelled', cancelled).at(-1)).toMatchObject({
    kind: 'cancellation',
    at: Date.parse('2026-11-26T07:00:00Z'),
    gives: 'order',
    tax: -(684 - 342),
    shipping: -0,
  });
});

test('what is missing is named', () => {
  const { line_items: _, ...without } = order;
  expect(readDelivery('shopify', 'orders/create', without, received)).toEqual({
    kind: 'unreadable',
    reason: expect.stringContaining('line_items'),
  });
  expect(readDelivery('shopify', 'products/update', {}, received)).toMatchObject({ kind: 'ignored' });
});

// Public sample payloads, which are no part of the project.
const SAMPLES = new URL('../../../../../../../shared/data/shopify/', import.meta.url);

test.runIf(existsSync(SAMPLES))('the platform’s own samples can be read', () => {
  const samples = readdirSync(SAMPLES).filter((name) => /(order|refund)[.\d_-]*.*\.json$/.test(name));
  const read = samples
    .filter((name) => !/orders|transaction|tender/.test(name))
    .map((name) => {
      const content = parseLosslessJson(readFileSync(new URL(name, SAMPLES), 'utf8'));
      const inner = content as { order?: unknown; refund?: unknown };
      const topic = name.includes('refund') ? 'refunds/create' : 'orders/create';
      return {
        name,
        ...readDelivery('shopify', topic, impersonal(inner.order ?? inner.refund ?? content), received),
      };
    });
  expect(read.length).toBeGreaterThan(5);
  expect(read.filter(({ kind }) => kind !== 'entries')).toEqual([]);
});
