import { timeZone } from '@layerkick/stats/store';
import { Hono } from 'hono';
import { z } from 'zod';
import { moveToTimeZone, rebuildStore } from '../../features/stores/rebuild.server.ts';
import { findStore } from '../../features/stores/registry.server.ts';
import { operatorChange } from './change.ts';
import { parseBody } from './parse-body.ts';
import { storeUnknown } from './store-unknown.ts';

/** Working out a store's figures anew, for operators. `GET /:slug` says how far it is. */
export const rebuildRoute = new Hono<{ Bindings: Env }>();

rebuildRoute.post('/:slug/rebuild', async (c) => {
  const store = await findStore(c.env.DB, c.req.param('slug'));
  if (!store) return storeUnknown(c.req.param('slug'));
  await rebuildStore(c.env, store, operatorChange());
  return c.json({ store, rebuilding: true }, 202);
});

const newTimeZone = z.strictObject({ timeZone });

/** `{ timeZone }`; answers `{ store, rebuilding }`. */
rebuildRoute.put('/:slug/time-zone', async (c) => {
  const found = await findStore(c.env.DB, c.req.param('slug'));
  if (!found) return storeUnknown(c.req.param('slug'));
  const body = await parseBody(c.req.raw, newTimeZone);
  if (!body.ok) return body.response;
  const moved = await moveToTimeZone(c.env, found, body.value.timeZone, operatorChange());
  return c.json(moved, moved.rebuilding ? 202 : 200);
});
