import { Hono } from 'hono';
import { healthOf } from '../../features/health/parts.server.ts';

/**
 * `GET /healthz`, for whatever watches this Worker: 200 while people get what they ask for (`ok`, `degraded`), 503 when
 * they do not (`down`). Nothing in it is secret, and asking often costs nothing.
 */
export const healthz = new Hono<{ Bindings: Env }>();

healthz.get('/', async (c) => {
  const { status, parts, at } = await healthOf(c.env, Date.now());
  c.header('cache-control', 'no-store');
  return c.json({ status, at, parts }, status === 'down' ? 503 : 200);
});
