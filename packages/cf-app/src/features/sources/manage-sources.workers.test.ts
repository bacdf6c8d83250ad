import type { AuthContext } from '@layerkick/auth/auth-context';
import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { keepDelivery, settleDelivery } from './deliveries.server.ts';
import { connectPlatform, mayChangeSources, mayManageSources, viewSources } from './manage-sources.server.ts';
import { sourceToConnect } from './sources.schema.ts';
import { secretOf } from './sources.server.ts';

const change = { actor: 'user_1', requestId: 'request-1', at: 1_700_000_000_000 };
const manager: AuthContext = {
  principal: { kind: 'user', id: 'user_1' },
  via: 'session',
  organization: { id: 'org_1', role: 'manager', permissions: [] },
  stores: ['fmdf'],
  permissions: new Set(['stats:read', 'store:manage']),
  degraded: false,
};
const reader: AuthContext = { ...manager, permissions: new Set(['stats:read']) };
const view = () => viewSources(env.DB, 'fmdf', { appOrigin: 'https://app.test', degraded: false });

beforeEach(async () => {
  await env.DB.exec('DELETE FROM store_source; DELETE FROM webhook_delivery; DELETE FROM audit_log');
});

test('whoever only reads figures neither sees nor changes sources', () => {
  expect(mayManageSources(reader)).toEqual({ ok: false, code: 'not_allowed' });
  expect(mayChangeSources(reader)).toEqual({ ok: false, code: 'not_allowed' });
});

test('a manager sees and changes them, and only sees them while WorkOS is down', () => {
  expect(mayChangeSources(manager)).toEqual({ ok: true });
  expect(mayManageSources({ ...manager, degraded: true })).toEqual({ ok: true });
  expect(mayChangeSources({ ...manager, degraded: true })).toEqual({ ok: false, code: 'degraded' });
});

test('a secret that is made is told once, is in no view and not in the audit log', async () => {
  const connected = await connectPlatform(
    env.DB,
    'fmdf',
    { platform: 'woocommerce', secret: undefined },
    change,
  );
  expect(connected.secret).toMatch(/^[\w-]{43}$/);
  expect(await secretOf(env.DB, 'fmdf', 'woocommerce')).toBe(connected.secret);
  const seen = await view();
  expect(seen.sources).toEqual([
    { platform: 'shopify', url: 'https://app.test/api/webhooks/shopify/fmdf', connectedAt: null },
    {
      platform: 'woocommerce',
      url: 'https://app.test/api/webhooks/woocommerce/fmdf',
      connectedAt: change.at,
    },
  ]);
  const { results } = await env.DB.prepare('SELECT * FROM audit_log').all();
  expect(results).toMatchObject([{ action: 'source.connect', actor: 'user_1', target: 'store:fmdf' }]);
  expect(JSON.stringify([seen, results])).not.toContain(connected.secret);
});

test('a secret that the person brought is not told back', async () => {
  const secret = 'shopify-signing-secret';
  expect(await connectPlatform(env.DB, 'fmdf', { platform: 'shopify', secret }, change)).toEqual({
    ok: true,
    secret: null,
  });
  expect(await secretOf(env.DB, 'fmdf', 'shopify')).toBe(secret);
});

test('deliveries of this store come with their reasons and without their content', async () => {
  const delivery = { platform: 'shopify', topic: 'orders/paid', receivedAt: 5, content: '{"id":1}' } as const;
  const kept = await keepDelivery(env.DB, { ...delivery, slug: 'fmdf', deliveryId: 'a' });
  await keepDelivery(env.DB, { ...delivery, slug: 'other', deliveryId: 'b' });
  await settleDelivery(env.DB, kept.id, { outcome: 'failed', reason: 'currency: not an ISO 4217 currency' });
  expect((await view()).deliveries).toEqual([
    {
      id: kept.id,
      platform: 'shopify',
      topic: 'orders/paid',
      receivedAt: 5,
      outcome: 'failed',
      reason: 'currency: not an ISO 4217 currency',
    },
  ]);
});

test('a delivery that comes again while newer ones clear it away is found', async () => {
  const delivery = { slug: 'fmdf', platform: 'shopify', topic: 'orders/paid', content: '{"id":1}' } as const;
  for (let at = 0; at < 100; at += 1) {
    const { id } = await keepDelivery(env.DB, { ...delivery, deliveryId: `d${at}`, receivedAt: at });
    await settleDelivery(env.DB, id, { outcome: 'counted', reason: null });
  }
  const [again] = await Promise.all([
    keepDelivery(env.DB, { ...delivery, deliveryId: 'd0', receivedAt: 100 }),
    keepDelivery(env.DB, { ...delivery, deliveryId: 'newer', receivedAt: 101 }),
  ]);
  expect(again).toMatchObject({ receivedAt: 0, outcome: 'counted' });
});

test.each([
  [{ slug: 'fmdf', platform: 'magento' }],
  [{ slug: 'fmdf', platform: 'shopify', secret: 'short' }],
  [{ slug: 'fmdf', platform: 'shopify', secret: 'with spaces in between it' }],
])('%j is refused', (source) => {
  expect(sourceToConnect.safeParse(source).success).toBe(false);
});
