import { Hono } from 'hono';
import { auditStatement } from '../../features/access/audit-log.server.ts';
import { findStore } from '../../features/stores/registry.server.ts';
import { operatorChange } from './change.ts';
import { storeUnknown } from './store-unknown.ts';

/** `GET /:slug/export`: everything the store was told, as NDJSON that is complete with its last line, `{"type":"end",…}`. */
export const exportRoute = new Hono<{ Bindings: Env }>();

exportRoute.get('/:slug/export', async (c) => {
  const store = await findStore(c.env.DB, c.req.param('slug'));
  if (!store) return storeUnknown(c.req.param('slug'));
  const { slug, timeZone, currency } = store;
  const entry = { target: `store:${slug}`, before: null, after: null };
  await auditStatement(c.env.DB, operatorChange(), { ...entry, action: 'store.export' }).run();
  const object = c.env.STORE_STATS.getByName(slug);
  return new Response(await object.export({ slug, timeZone, currency }), {
    headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' },
  });
});
