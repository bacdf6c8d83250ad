import { type StoreSettings, timeZone } from '@layerkick/stats/store';
import type { StoreStatsRpc } from '@layerkick/stats/store-stats-rpc';
import { Hono } from 'hono';
import { z } from 'zod';
import { auditStatement } from '../../features/access/audit-log.server.ts';
import { findStore, setTimeZone } from '../../features/stores/registry.server.ts';
import { operatorChange } from './change.ts';
import { parseBody } from './parse-body.ts';
import { storeUnknown } from './store-unknown.ts';

/** Working out a store's figures anew, for operators. `GET /:slug` says how far it is. */
export const rebuildRoute = new Hono<{ Bindings: Env }>();

rebuildRoute.post('/:slug/rebuild', async (c) => {
  const store = await findStore(c.env.DB, c.req.param('slug'));
  if (!store) return storeUnknown(c.req.param('slug'));
  const entry = { target: `store:${store.slug}`, before: null, after: null };
  await auditStatement(c.env.DB, operatorChange(), { ...entry, action: 'store.rebuild' }).run();
  await objectOf(c.env, store).rebuild(settingsOf(store));
  return c.json({ store, rebuilding: true }, 202);
});

const newTimeZone = z.strictObject({ timeZone });

/**
 * `{ timeZone }`; answers `{ store, rebuilding }`. Stopped between registry and figures, the same call again does what
 * is left.
 */
rebuildRoute.put('/:slug/time-zone', async (c) => {
  const found = await findStore(c.env.DB, c.req.param('slug'));
  if (!found) return storeUnknown(c.req.param('slug'));
  const body = await parseBody(c.req.raw, newTimeZone);
  if (!body.ok) return body.response;

  const store =
    found.timeZone === body.value.timeZone
      ? found
      : await setTimeZone(c.env.DB, found, body.value.timeZone, operatorChange());
  const object = objectOf(c.env, store);
  const { timeZone: counted } = await object.status();
  const rebuilding = counted !== null && counted !== store.timeZone;
  if (rebuilding) await object.rebuild(settingsOf(store));
  return c.json({ store, rebuilding }, rebuilding ? 202 : 200);
});

function objectOf(env: Env, { slug }: StoreSettings): StoreStatsRpc {
  return env.STORE_STATS.getByName(slug);
}

function settingsOf({ slug, timeZone: zone, currency }: StoreSettings): StoreSettings {
  return { slug, timeZone: zone, currency };
}
