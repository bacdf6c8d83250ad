import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { countDelivery } from '../../features/sources/count-delivery.server.ts';
import { keepDelivery } from '../../features/sources/deliveries.server.ts';
import { impersonal } from '../../features/sources/impersonal.ts';
import { parseLosslessJson } from '../../features/sources/lossless-json.ts';
import { deliveryIdOf, isPlatform, isSigned, topicOf } from '../../features/sources/platform.ts';
import type { Platform } from '../../features/sources/platform-name.ts';
import { secretOf } from '../../features/sources/sources.server.ts';
import { findStore } from '../../features/stores/registry.server.ts';
import { log } from '../../lib/log.server.ts';
import { readText } from '../collector/read-text.ts';
import { problemResponse } from '../problem.ts';

/** Shopify's largest orders have some hundred lines. */
const MAX_BYTES = 2 * 1024 * 1024;

/** What WooCommerce sends, without a signature, to see whether anybody is there before it lets a webhook be saved. */
const PING = /^webhook_id=\d+$/;

/**
 * `POST /api/webhooks/{shopify|woocommerce}/:slug`: what a shop platform tells of a store's orders. Kept first, counted
 * then. What is signed but cannot be read is answered as taken, since sending it again would not help: the reason is
 * under Settings → Sources.
 */
export const webhooks = new Hono<{ Bindings: Env }>();

webhooks.post('/:platform/:slug', async (c) => {
  const { platform, slug } = c.req.param();
  if (!isPlatform(platform)) return problemResponse(PLATFORM_UNKNOWN);
  const text = await readText(c.req.raw, MAX_BYTES);
  if (text === null) return problemResponse(TOO_LARGE);
  if (platform === 'woocommerce' && PING.test(text)) return c.json({ outcome: 'ignored' });

  const secret = await secretOf(c.env.DB, slug, platform);
  const headers = c.req.raw.headers;
  // The same answer whether or not there is such a store.
  if (secret === null || !isSigned(platform, headers, text, secret)) return problemResponse(NOT_SIGNED);
  const store = await findStore(c.env.DB, slug);
  if (!store) return problemResponse(NOT_SIGNED);

  const delivery = await keepDelivery(c.env.DB, {
    slug,
    platform,
    deliveryId: deliveryIdOf(platform, headers) ?? createHash('sha256').update(text).digest('hex'),
    topic: topicOf(platform, headers),
    receivedAt: Date.now(),
    content: JSON.stringify(readableOf(text)),
  });
  if (delivery.outcome === 'counted' || delivery.outcome === 'ignored')
    return c.json({ outcome: delivery.outcome });
  try {
    const counted = await countDelivery(c.env, store, delivery);
    if (counted.outcome === 'failed') warn(slug, platform, counted.reason);
    return c.json(counted);
  } catch (error) {
    log.error('webhook.unavailable', { store: slug, platform, error: String(error) });
    return problemResponse(UNAVAILABLE, { 'retry-after': '30' });
  }
});

webhooks.all('/:platform/:slug', () => problemResponse(METHOD_REFUSED, { allow: 'POST' }));

/** Null, which no schema accepts, where it is no JSON. */
function readableOf(text: string): unknown {
  try {
    return impersonal(parseLosslessJson(text));
  } catch {
    return null;
  }
}

function warn(store: string, platform: Platform, reason: string): void {
  log.warn('webhook.unreadable', { store, platform, reason });
}

const PLATFORM_UNKNOWN = { status: 404, code: 'platform_unknown', title: 'There is no such platform' };
const TOO_LARGE = { status: 413, code: 'body_too_large', title: `A delivery may have ${MAX_BYTES} bytes` };
const METHOD_REFUSED = { status: 405, code: 'method_not_allowed', title: 'Webhooks are delivered with POST' };
const NOT_SIGNED = {
  status: 401,
  code: 'signature_wrong',
  title: 'The delivery is not signed with this source’s secret',
};
const UNAVAILABLE = {
  status: 503,
  code: 'store_unavailable',
  title: 'The store cannot take orders right now',
};
