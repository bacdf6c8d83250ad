import { Hono } from 'hono';
import { readConfiguration } from '../env.server.ts';
import { log } from '../lib/log.server.ts';
import { requestId } from '../lib/request-context.server.ts';
import { collector } from './collector/route.ts';
import { ops } from './ops/route.ts';
import { problemResponse } from './problem.ts';
import { tracker } from './tracker/route.ts';
import { webhooks } from './webhooks/route.ts';

/** Everything that is not the dashboard: the collector, the tracker, the operators' commands, the demo storefront. */
export const api = new Hono<{ Bindings: Env }>();

api.get('/healthz', (c) => c.json({ ok: true, service: 'lk-dashboard' }));
api.route('/api/event', collector);
api.route('/api/ops', ops);
api.route('/lk.js', tracker);
api.route('/api/webhooks', webhooks);
if (LOCAL_BUILD) {
  api.all('/demo/*', async (c) => {
    if (!readConfiguration(c.env).DEMO_STOREFRONT) return c.notFound();
    const { storefront } = await import('../features/demo/storefront/route.ts');
    return storefront.fetch(c.req.raw);
  });
}

api.notFound(() => problemResponse({ status: 404, code: 'not_found', title: 'There is nothing here' }));
api.onError((error) => {
  log.error('api.failed', { error: String(error), stack: error.stack ?? '' });
  // Bad input was answered before: what is left is storage that does not answer, or a mistake of ours.
  return problemResponse(
    {
      status: 503,
      code: 'unavailable',
      title: 'This cannot be answered right now',
      detail: `Try again; the log says more under request ${requestId()}`,
    },
    { 'retry-after': '10' },
  );
});
