import { MAX_BATCH_BYTES } from '@layerkick/stats/event';
import { Hono } from 'hono';
import { demoVisit } from '../../features/demo/demo-visit.ts';
import { appendBatches } from '../../features/stores/append-batches.server.ts';
import { findStore } from '../../features/stores/registry.server.ts';
import type { Store } from '../../features/stores/store.schema.ts';
import { log } from '../../lib/log.server.ts';
import { problemResponse } from '../problem.ts';
import { isOnThisMachine, isSandboxOf, mayCollect } from './origin.ts';
import { parseBatchText } from './parse-batch.ts';
import {
  BUSY,
  LIMITED,
  METHOD_REFUSED,
  ORIGIN_REFUSED,
  STORE_UNKNOWN,
  TOO_LARGE,
  UNAVAILABLE,
} from './problems.ts';
import { receiveBatch } from './receive-batch.ts';
import { readText } from './read-text.ts';
import { senderOf } from './sender.ts';
import { SpeedWatch } from './speed-watch.ts';
import { cachedStores } from './store-cache.ts';

/** `POST /api/event`: what happened in a shop. Answers once it is on disk. */
export const collector = new Hono<{ Bindings: Env }>();

const speed = new SpeedWatch();

const RETRY_AFTER = { 'retry-after': '10' };

collector.options('/', (c) => {
  const headers = corsHeaders(c.req.raw);
  // Browsers ask only when a sender insists on `application/json`; the tracker sends plain text.
  if (headers['access-control-allow-origin']) {
    headers['access-control-allow-methods'] = 'POST';
    headers['access-control-allow-headers'] = 'content-type';
    headers['access-control-max-age'] = '86400';
  }
  return new Response(null, { status: 204, headers });
});

collector.post('/', async (c) => {
  const request = c.req.raw;
  const origin = request.headers.get('origin');
  const ownOrigin = new URL(request.url).origin;
  const cors = corsHeaders(request);

  const text = await readText(request, MAX_BATCH_BYTES);
  if (text === null) return problemResponse(TOO_LARGE, cors);
  const parsed = parseBatchText(text);
  if (!parsed.ok) return problemResponse(parsed.problem, cors);
  const { batch } = parsed;
  const sender = senderOf(request);

  const demo = isOnThisMachine(origin);
  if (!demo) {
    const { COLLECT_LIMIT, COLLECT_STORE_LIMIT } = c.env;
    const [isSenderLimited, isStoreLimited] = await Promise.all([
      isLimited(COLLECT_LIMIT, sender.visitor.ip),
      isLimited(COLLECT_STORE_LIMIT, batch.store),
    ]);
    if (isSenderLimited) return problemResponse(LIMITED, { ...cors, ...RETRY_AFTER });
    if (isStoreLimited) return problemResponse(BUSY, { ...cors, ...RETRY_AFTER });
  }

  try {
    const store = await storesOf(c.env.DB)(batch.store);
    if (!store) return problemResponse(STORE_UNKNOWN, cors);
    if (!mayCollect(origin, store, ownOrigin) && !isSandboxOf(origin, store, batch.events, ownOrigin))
      return problemResponse(ORIGIN_REFUSED, { vary: 'origin' });
    const received = receiveBatch(batch, Date.now(), sender, (times) =>
      speed.isImpossible(`${batch.store} ${sender.visitor.ip} ${sender.visitor.userAgent}`, times),
    );
    const batches = [demo ? demoVisit(received) : received];
    const [receipt] = await appendBatches(c.env.STORE_STATS, store, batches);
    return Response.json(receipt, { status: 202, headers: { ...cors, 'cache-control': 'no-store' } });
  } catch (error) {
    // Whatever it was, the batch is not on disk: the sender keeps it and comes again.
    log.error('collect.unavailable', { store: batch.store, error: String(error) });
    return problemResponse(UNAVAILABLE, { ...cors, ...RETRY_AFTER });
  }
});

collector.all('/', () => problemResponse(METHOD_REFUSED, { allow: 'POST, OPTIONS' }));

/** Answers carry no secret, so that whoever asks may read them; only a refused origin reads nothing. */
function corsHeaders(request: Request): Record<string, string> {
  const origin = request.headers.get('origin');
  if (!origin) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'retry-after',
    vary: 'origin',
  };
}

async function isLimited(limit: RateLimit, key: string): Promise<boolean> {
  try {
    return !(await limit.limit({ key })).success;
  } catch {
    // A limiter that is down must not lose anybody's events.
    return false;
  }
}

const caches = new WeakMap<D1Database, (slug: string) => Promise<Store | null>>();

function storesOf(db: D1Database): (slug: string) => Promise<Store | null> {
  const cache = caches.get(db) ?? cachedStores((slug) => findStore(db, slug), Date.now);
  caches.set(db, cache);
  return cache;
}
