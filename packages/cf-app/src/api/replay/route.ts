import type { StoreStatsRpc } from '@layerkick/stats/store-stats-rpc';
import { Hono } from 'hono';
import { replayRequest } from '../../features/demo/replay.schema.ts';
import { findStore } from '../../features/stores/registry.server.ts';
import { fieldErrors } from '../collector/field-errors.ts';
import { readText } from '../collector/read-text.ts';
import { problemResponse } from '../problem.ts';
import { replay } from './replay.ts';

const MAX_BYTES = 32 * 1024 * 1024;

/**
 * `POST /:slug/replay`, `{ batches: ReplayBatch[] }`: what was once sent to a store, sent again in its own time.
 * It can write any past, so that it exists in local builds only and behind the operators' token.
 */
export const replayRoute = new Hono<{ Bindings: Env }>();

replayRoute.post('/:slug/replay', async (c) => {
  const text = await readText(c.req.raw, MAX_BYTES);
  if (text === null) {
    return problemResponse({ status: 413, code: 'replay_too_large', title: 'Send fewer batches a call' });
  }
  const request = replayRequest.safeParse(parseJson(text));
  if (!request.success) {
    const errors = fieldErrors(request.error);
    return problemResponse({ status: 400, code: 'replay_invalid', title: 'This is not a replay', errors });
  }
  const store = await findStore(c.env.DB, c.req.param('slug'));
  if (!store) return problemResponse({ status: 404, code: 'store_unknown', title: 'There is no such store' });

  const { slug, timeZone, currency } = store;
  const object = c.env.STORE_STATS.getByName(slug) as unknown as StoreStatsRpc;
  const replayed = await replay(object, { slug, timeZone, currency }, request.data.batches);
  return replayed.ok ? c.json(replayed.receipt) : problemResponse(replayed.problem);
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
