import { Hono } from 'hono';

/** Everything that is not the dashboard: the collector, the tracker, the operators' commands, the demo storefront. */
export const api = new Hono<{ Bindings: Env }>();

api.get('/healthz', (c) => c.json({ ok: true, service: 'lk-dashboard' }));
