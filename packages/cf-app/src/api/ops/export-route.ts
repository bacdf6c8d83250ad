import { Hono } from 'hono';
import { z } from 'zod';
import { exportFormat, exportOf } from '../../features/stores/export.server.ts';
import { findStore } from '../../features/stores/registry.server.ts';
import { operatorChange } from './change.ts';
import { parseFields } from './parse-body.ts';
import { storeUnknown } from './store-unknown.ts';

/** `GET /:slug/export?format=`: everything the store was told. */
export const exportRoute = new Hono<{ Bindings: Env }>();

const choice = z.object({ format: exportFormat.default('ndjson') });

exportRoute.get('/:slug/export', async (c) => {
  const store = await findStore(c.env.DB, c.req.param('slug'));
  if (!store) return storeUnknown(c.req.param('slug'));
  const query = parseFields(c.req.query(), choice);
  if (!query.ok) return query.response;
  return exportOf(c.env, store, query.value.format, operatorChange());
});
