import { createHmac } from 'node:crypto';
import { env, exports } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { connectSource } from '../../features/sources/sources.server.ts';
import { listDeliveries } from '../../features/sources/deliveries.server.ts';
import { createStore } from '../../features/stores/registry.server.ts';

const change = { actor: 'operator', requestId: 'test', at: 0 };
const secret = 'a-secret-of-the-platform';
const pots = { slug: 'pots', name: 'Pots', timeZone: 'Europe/Berlin', currency: 'EUR', domains: [] };
const settings = { slug: 'pots', timeZone: 'Europe/Berlin', currency: 'EUR' };

beforeEach(async () => {
  await env.DB.exec('DELETE FROM store');
  await env.DB.exec('DELETE FROM webhook_delivery');
  await createStore(env.DB, pots, change);
  for (const platform of ['shopify', 'woocommerce'] as const) {
    await connectSource(env.DB, 'pots', { platform, secret }, change);
  }
});

let deliveries = 0;

function deliver(
  body: unknown,
  { id = `d${deliveries++}`, topic = 'orders/create', signed = secret, slug = 'pots' } = {},
) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return exports.default.fetch(`http://localhost:3051/api/webhooks/shopify/${slug}`, {
    method: 'POST',
    headers: {
      'x-shopify-hmac-sha256': createHmac('sha256', signed).update(text).digest('base64'),
      'x-shopify-topic': topic,
      'x-shopify-webhook-id': id,
    },
    body: text,
  });
}

function ops(method: string, path: string, body?: unknown) {
  return exports.default.fetch(`http://localhost:3051/api/ops/stores/pots/sources${path}`, {
    method,
    headers: { authorization: `Bearer ${env.OPS_TOKEN}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const order = (id: number, price = '20.00') => ({
  id,
  created_at: '2026-11-20T10:00:00+01:00',
  updated_at: '2026-11-20T10:00:05+01:00',
  currency: 'EUR',
  email: 'ann@shop.example',
  line_items: [{ id: 11, product_id: 7, title: 'Pot', quantity: 1, price }],
});

async function sales() {
  const [answer] = await env.STORE_STATS.getByName('pots').query(
    settings,
    [{ metrics: ['orders', 'net_sales'], range: { from: '2026-11-20', to: '2026-11-20' } }],
    Date.parse('2026-11-21T12:00:00Z'),
  );
  return { ...answer?.totals };
}

test('an order is counted once however often it is delivered', async () => {
  const before = await sales();
  for (const id of ['once', 'once', 'twice']) {
    expect((await deliver(order(101), { id })).status).toBe(200);
  }
  const after = await sales();
  expect((after.orders ?? 0) - (before.orders ?? 0)).toBe(1);
  expect((after.net_sales ?? 0) - (before.net_sales ?? 0)).toBe(2000);
});

test.each([
  ['with another secret', { signed: 'another-secret-entirely' }],
  ['to a store that is not there', { slug: 'nowhere' }],
])('a delivery %s is refused, and looks the same', async (_, how) => {
  const response = await deliver(order(102), how);
  expect([response.status, await response.json()]).toMatchObject([401, { code: 'signature_wrong' }]);
  expect(await listDeliveries(env.DB, 'pots', 10)).toEqual([]);
});

test('what is signed but no order is kept with the reason, without anything personal', async () => {
  const { line_items: _, ...broken } = order(103);
  const response = await deliver(broken);
  expect([response.status, await response.json()]).toEqual([
    200,
    { outcome: 'failed', reason: expect.stringContaining('line_items') },
  ]);
  const [kept] = await listDeliveries(env.DB, 'pots', 1);
  expect(kept).toMatchObject({ outcome: 'failed', topic: 'orders/create' });
  expect(kept?.content).not.toContain('ann@shop.example');
});

test.each(['', 'null', '[]', '{"id":', '{"line_items":{}}', '"\\u0000"', '{"id":1e400}'])(
  'the signed body %j is no failure of ours',
  async (body) => {
    const response = await deliver(body);
    expect([response.status, await response.json()]).toMatchObject([200, { outcome: 'failed' }]);
  },
);

test('WooCommerce’s ping, which is not signed, is answered, since it saves no webhook otherwise', async () => {
  const url = 'http://localhost:3051/api/webhooks/woocommerce/pots';
  const ping = (body: string) => exports.default.fetch(url, { method: 'POST', body });
  expect((await ping('webhook_id=12')).status).toBe(200);
  expect((await ping('webhook_id=12&x=1')).status).toBe(401);
});

test('a platform that does not exist, another method and too long a body are refused by name', async () => {
  const url = 'http://localhost:3051/api/webhooks/magento/pots';
  expect((await exports.default.fetch(url, { method: 'POST', body: '{}' })).status).toBe(404);
  expect((await exports.default.fetch('http://localhost:3051/api/webhooks/shopify/pots')).status).toBe(405);
  expect((await deliver(' '.repeat(2 * 1024 * 1024 + 1))).status).toBe(413);
});

test('a delivery that failed is counted by a replay once the reason is mended', async () => {
  await deliver({ ...order(104), line_items: 'none' }, { id: 'mended' });
  await env.DB.prepare('UPDATE webhook_delivery SET content = ?')
    .bind(JSON.stringify(order(104)))
    .run();
  const before = await sales();
  const replayed = await ops('POST', '/replay');
  expect(await replayed.json()).toEqual({ counted: 1, ignored: 0, failed: 0 });
  expect(((await sales()).orders ?? 0) - (before.orders ?? 0)).toBe(1);
  const [kept] = await listDeliveries(env.DB, 'pots', 1);
  expect(kept).toMatchObject({ outcome: 'counted', content: null });
});

test('a secret that was made is shown once, and never listed', async () => {
  const made = await (await ops('PUT', '/woocommerce', {})).json<{ secret: string; url: string }>();
  expect(made).toMatchObject({ url: expect.stringContaining('/api/webhooks/woocommerce/pots') });
  const listed = await (await ops('GET', '')).text();
  expect(listed).toContain('woocommerce');
  expect(listed).not.toContain(made.secret);
  expect((await ops('PUT', '/shopify', { secret: 'short' })).status).toBe(400);
  expect((await ops('DELETE', '/shopify')).status).toBe(200);
  expect((await deliver(order(105))).status).toBe(401);
});
