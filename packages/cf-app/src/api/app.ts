import { Hono } from 'hono';
import { readConfiguration } from '../env.server.ts';
import { collector } from './collector/route.ts';
import { healthz } from './health/route.ts';
import { live } from './live/route.ts';
import { resourceMetadata } from './mcp/resource-metadata.ts';
import { notingRoute } from './noting-route.ts';
import { ops } from './ops/route.ts';
import { tracker } from './tracker/route.ts';
import { webhooks } from './webhooks/route.ts';
import { workosWebhook } from './webhooks/workos-route.ts';
import { failed, notFound } from './unanswered.ts';

/** Everything that is neither the dashboard nor the HTTP API for programs (`v1`): the collector, the tracker, the operators' commands, the demo storefront. */
export const api = new Hono<{ Bindings: Env }>();

api.use(notingRoute);
api.route('/healthz', healthz);
api.route('/api/event', collector);
api.route('/api/ops', ops);
api.route('/api/live', live);
api.route('/lk.js', tracker);
api.route('/api/webhooks/workos', workosWebhook);
api.route('/api/webhooks', webhooks);
api.all('/mcp', async (c) => {
  const { mcp } = await import('./mcp/mounted.ts');
  return mcp.fetch(c.req.raw, c.env);
});
api.route('/', resourceMetadata);
if (LOCAL_BUILD) {
  api.all('/api/local/clock', async (c) => {
    const { clockRoute } = await import('./local/clock-route.ts');
    return clockRoute.fetch(new Request(new URL('/', c.req.url), c.req.raw), c.env);
  });
  api.all('/demo/*', async (c) => {
    if (!readConfiguration(c.env).DEMO_STOREFRONT) return c.notFound();
    const { storefront } = await import('../features/demo/storefront/route.ts');
    return storefront.fetch(c.req.raw);
  });
}

api.notFound(notFound);
api.onError(failed);
