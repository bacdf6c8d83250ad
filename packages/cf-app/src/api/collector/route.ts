import { MAX_BATCH_BYTES } from '@layerkick/stats/event';
import type { StoreSettings } from '@layerkick/stats/store';
import type { StoreStatsRpc } from '@layerkick/stats/store-stats-rpc';
import { Hono } from 'hono';
import { demoVisit } from '../../features/demo/demo-visit.ts';
import { findStore } from '../../features/stores/registry.server.ts';
import type { Store } from '../../features/stores/store.schema.ts';
import { type Problem, problemResponse } from '../problem.ts';
import { isOnThisMachine, mayCollect } from './origin.ts';
import { parseBatchText } from './parse-batch.ts';
import { receiveBatch } from './receive-batch.ts';
import { readText } from './read-text.ts';
import { senderOf } from './sender.ts';
import { cachedStores } from './store-cache.ts';

/** `POST /api/event`: what happened in a shop. Answers once it is on disk. */
export const collector = new Hono<{ Bindings: Env }>();

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
  if (!demo && (await isLimited(c.env, `${batch.store}:${sender.visitor.ip}`))) {
    return problemResponse(LIMITED, { ...cors, ...RETRY_AFTER });
  }

  try {
    const store = await storesOf(c.env.DB)(batch.store);
    if (!store) return problemResponse(STORE_UNKNOWN, cors);
    if (!mayCollect(origin, store, ownOrigin)) return problemResponse(ORIGIN_REFUSED, { vary: 'origin' });
    const object = c.env.STORE_STATS.getByName(store.slug) as unknown as StoreStatsRpc;
    const received = receiveBatch(batch, Date.now(), sender);
    const [receipt] = await object.append(settingsOf(store), [demo ? demoVisit(received) : received]);
    return Response.json(receipt, { status: 202, headers: { ...cors, 'cache-control': 'no-store' } });
  } catch (error) {
    // Whatever it was, the batch is not on disk: the sender keeps it and comes again.
    console.error(JSON.stringify({ event: 'collect.unavailable', store: batch.store, error: String(error) }));
    return problemResponse(UNAVAILABLE, { ...cors, ...RETRY_AFTER });
  }
});

collector.all('/', () => problemResponse(METHOD_REFUSED, { allow: 'POST, OPTIONS' }));

const TOO_LARGE: Problem = {
  status: 413,
  code: 'batch_too_large',
  title: `A batch may have ${MAX_BATCH_BYTES} bytes`,
};
const LIMITED: Problem = { status: 429, code: 'rate_limited', title: 'Too many batches from one address' };
const STORE_UNKNOWN: Problem = { status: 404, code: 'store_unknown', title: 'There is no such store' };
const ORIGIN_REFUSED: Problem = {
  status: 403,
  code: 'origin_not_allowed',
  title: 'This site may not send events for this store',
  detail: 'Add its host name to the store’s domains.',
};
const UNAVAILABLE: Problem = {
  status: 503,
  code: 'store_unavailable',
  title: 'The store cannot take events right now',
};
const METHOD_REFUSED: Problem = { status: 405, code: 'method_not_allowed', title: 'Send events with POST' };

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

async function isLimited(env: Env, key: string): Promise<boolean> {
  try {
    return !(await env.COLLECT_LIMIT.limit({ key })).success;
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

function settingsOf({ slug, timeZone, currency }: Store): StoreSettings {
  return { slug, timeZone, currency };
}
