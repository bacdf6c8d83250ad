import { ledgerEntry } from '@layerkick/stats/orders/ledger-entry';
import { Hono } from 'hono';
import { z } from 'zod';
import { findStore } from '../../features/stores/registry.server.ts';
import { parseBody } from './parse-body.ts';
import { storeUnknown } from './store-unknown.ts';

const MAX_BYTES = 16 * 1024 * 1024;

const orders = z.strictObject({ entries: z.array(ledgerEntry).min(1).max(2_000) });

/** `POST /:slug/orders`, `{ entries: LedgerEntry[] }`: into the order ledger, all or nothing. Answers a `LedgerReceipt`. */
export const ordersRoute = new Hono<{ Bindings: Env }>();

ordersRoute.post('/:slug/orders', async (c) => {
  const store = await findStore(c.env.DB, c.req.param('slug'));
  if (!store) return storeUnknown(c.req.param('slug'));
  const body = await parseBody(c.req.raw, orders, MAX_BYTES);
  if (!body.ok) return body.response;

  const { slug, timeZone, currency } = store;
  const object = c.env.STORE_STATS.getByName(slug);
  return c.json(await object.record({ slug, timeZone, currency }, body.value.entries));
});
