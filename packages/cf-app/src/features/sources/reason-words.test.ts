import { expect, test } from 'vitest';
import { catalog } from '#/features/i18n/de.ts';
import { translator } from '#/features/i18n/translate.ts';
import type { Platform } from './platform-name.ts';
import { readDelivery } from './read-delivery.ts';
import { deliveryReason } from './reason-words.ts';

const german = translator('de', catalog);
const received = { at: Date.parse('2026-11-21T12:00:00Z'), currency: 'EUR' };
const money = { shop_money: { amount: '1.00', currency_code: 'EUR' } };

const shopify = {
  id: 1,
  admin_graphql_api_id: 'gid://shopify/Order/1',
  test: false,
  created_at: '2026-11-20T10:00:00+01:00',
  updated_at: '2026-11-20T10:00:05+01:00',
  currency: 'EUR',
  customer: { id: 7 },
  shipping_address: { country_code: 'AT' },
  line_items: [
    {
      id: 11,
      title: 'Pot',
      quantity: 2,
      price: '20.00',
      price_set: money,
      tax_lines: [{ price: '1', rate: 0.19 }],
    },
  ],
  shipping_lines: [{ price: '4.90' }],
  refunds: [{ id: 5, order_id: 1, refund_line_items: [], transactions: [{ currency: 'EUR' }] }],
};
const woocommerce = {
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
  line_items: [{ product_id: 93, name: 'Pot', quantity: 2, subtotal: '40.00', total: '30.00' }],
};
const WRONG = [undefined, null, true, '', 'x'.repeat(600), -1, 1.5, 1e21, [], {}];

/** The same with each of its parts replaced by each of `WRONG`. */
function* spoiled(content: unknown): Generator<unknown> {
  yield* WRONG;
  if (typeof content !== 'object' || content === null) return;
  for (const [key, part] of Object.entries(content))
    for (const wrong of spoiled(part))
      yield Array.isArray(content)
        ? content.map((one: unknown, place) => (String(place) === key ? wrong : one))
        : { ...content, [key]: wrong };
}

const CASES: [Platform, string, unknown][] = [
  ['shopify', 'orders/create', shopify],
  ['shopify', 'refunds/create', shopify.refunds[0]],
  ['woocommerce', 'order.created', woocommerce],
  ['woocommerce', 'order.deleted', { id: 1 }],
];

test.each(CASES)('whatever is wrong with %s %s is said in German', (platform, topic, content) => {
  const reasons = new Set<string>();
  for (const delivery of spoiled(content)) {
    const reading = readDelivery(platform, topic, delivery, received);
    if (reading.kind !== 'entries') for (const part of reading.reason.split('; ')) reasons.add(part);
  }
  expect(reasons.size).toBeGreaterThan(1);
  expect([...reasons].filter((reason) => deliveryReason(reason, german) === reason)).toEqual([]);
});

test('what says nothing about orders, and what was cut off, is told as far as it goes', () => {
  expect(deliveryReason('customers/update says nothing about orders', german)).toBe(
    'customers/update sagt nichts über Bestellungen',
  );
  expect(deliveryReason('A delivery without a topic says nothing about orders', german)).toBe(
    'Eine Lieferung ohne Thema sagt nichts über Bestellungen',
  );
  expect(deliveryReason('id: not an id; total: not a deci', german)).toBe(
    'id: keine Nummer; total: not a deci',
  );
});
