import { replayRequest } from '../../features/demo/replay.schema.ts';
import { findStore } from '../../features/stores/registry.server.ts';
import { replayInto } from '../../features/stores/replay-into.server.ts';
import { parseBody } from '../ops/parse-body.ts';
import { storeUnknown } from '../ops/store-unknown.ts';
import { problemResponse } from '../problem.ts';
import { replay } from './replay.ts';

const MAX_BYTES = 16 * 1024 * 1024;

/**
 * `POST /api/ops/stores/:slug/replay`, `{ batches: ReplayBatch[] }`: what was once sent to a store, sent again in its
 * own time. Answers a `ReplayReceipt`. It can write any past, so that it exists in local builds only.
 */
export async function answerReplay(request: Request, env: Env, slug: string): Promise<Response> {
  const store = await findStore(env.DB, slug);
  if (!store) return storeUnknown(slug);
  const body = await parseBody(request, replayRequest, MAX_BYTES);
  if (!body.ok) return body.response;

  const replayed = await replay(replayInto(env.STORE_STATS, store), store, body.value.batches);
  return replayed.ok ? Response.json(replayed.receipt) : problemResponse(replayed.problem);
}
