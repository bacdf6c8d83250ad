import type { StoreStatsRpc } from '@layerkick/stats/store-stats-rpc';
import { Hono } from 'hono';
import { replayRequest } from '../../features/demo/replay.schema.ts';
import { findStore } from '../../features/stores/registry.server.ts';
import { parseBody } from '../ops/parse-body.ts';
import { storeUnknown } from '../ops/store-unknown.ts';
import { problemResponse } from '../problem.ts';
import { replay } from './replay.ts';

const MAX_BYTES = 16 * 1024 * 1024;

/**
 * `POST /:slug/replay`, `{ batches: ReplayBatch[] }`: what was once sent to a store, sent again in its own time.
 * Answers a `ReplayReceipt`. It can write any past, so that it exists in local builds only.
 */
export const replayRoute = new Hono<{ Bindings: Env }>();

replayRoute.post('/:slug/replay', async (c) => {
  const store = await findStore(c.env.DB, c.req.param('slug'));
  if (!store) return storeUnknown(c.req.param('slug'));
  const body = await parseBody(c.req.raw, replayRequest, MAX_BYTES);
  if (!body.ok) return body.response;

  const { slug, timeZone, currency } = store;
  const object = c.env.STORE_STATS.getByName(slug) as unknown as StoreStatsRpc;
  const replayed = await replay(object, { slug, timeZone, currency }, body.value.batches);
  return replayed.ok ? c.json(replayed.receipt) : problemResponse(replayed.problem);
});
