import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { noteRoute } from '../lib/trace.server.ts';

/** For the log: which pattern answered. The path itself would name people and stores. */
export const notingRoute: MiddlewareHandler = async (c, next) => {
  await next();
  const pattern = matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path;
  if (pattern !== undefined) noteRoute(pattern);
};
