import { Hono } from 'hono';
import { code, etag } from 'virtual:lk.js';

/** `GET /lk.js`: the script that shops load. */
export const tracker = new Hono();

const HEADERS = {
  etag,
  // An hour without asking, then a day in which the old one serves while the new one is fetched.
  'cache-control': 'public, max-age=3600, stale-while-revalidate=86400',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
};

tracker.get('/', (c) => {
  const known = c.req.header('if-none-match')?.split(/\s*,\s*/) ?? [];
  if (known.some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag)) {
    return new Response(null, { status: 304, headers: HEADERS });
  }
  return new Response(code, {
    headers: {
      ...HEADERS,
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
    },
  });
});
