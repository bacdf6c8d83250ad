import { importedDays } from '@layerkick/stats/imported-days/imported-day';
import { Hono } from 'hono';
import { z } from 'zod';
import { findStore } from '../../features/stores/registry.server.ts';
import { parseBody } from './parse-body.ts';
import { storeUnknown } from './store-unknown.ts';

const body = z.strictObject({ days: importedDays });

/** `POST /:slug/imported-days`, `{ days: ImportedDay[] }`: what other programs counted. Answers `{ kept }`. */
export const importedDaysRoute = new Hono<{ Bindings: Env }>();

importedDaysRoute.post('/:slug/imported-days', async (c) => {
  const store = await findStore(c.env.DB, c.req.param('slug'));
  if (!store) return storeUnknown(c.req.param('slug'));
  const parsed = await parseBody(c.req.raw, body);
  if (!parsed.ok) return parsed.response;
  await c.env.STORE_STATS.getByName(store.slug).keepImportedDays(parsed.value.days);
  return c.json({ kept: parsed.value.days.length });
});
