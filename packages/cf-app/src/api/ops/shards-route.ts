import { addDays } from '@layerkick/stats/calendar';
import { MOST_SHARDS } from '@layerkick/stats/shards/shard';
import { TimeZone } from '@layerkick/stats/time-zone';
import { Hono } from 'hono';
import { z } from 'zod';
import { findStore, setShardPlan } from '../../features/stores/registry.server.ts';
import { problemResponse } from '../problem.ts';
import { operatorChange } from './change.ts';
import { parseBody } from './parse-body.ts';
import { storeUnknown } from './store-unknown.ts';

/** How many objects take a store's events, for operators. */
export const shardsRoute = new Hono<{ Bindings: Env }>();

const newShards = z.strictObject({ shards: z.int().min(2).max(MOST_SHARDS) });

/** Everybody knows of a change by then. */
const NOTICE_DAYS = 2;

/** `{ shards }`; answers `{ store, from }`: the midnight, epoch ms, from which so many objects take what happens. */
shardsRoute.put('/:slug/shards', async (c) => {
  const store = await findStore(c.env.DB, c.req.param('slug'));
  if (!store) return storeUnknown(c.req.param('slug'));
  const body = await parseBody(c.req.raw, newShards);
  if (!body.ok) return body.response;
  const { shards } = body.value;
  const { slug, timeZone, currency, shardPlan = [] } = store;
  const current = shardPlan.at(-1)?.shards ?? 1;
  if (shards <= current) {
    return problemResponse({
      status: 409,
      code: 'shards_only_grow',
      title: `${slug} has ${current} objects; a store never has fewer again`,
    });
  }
  const change = operatorChange();
  const zone = TimeZone.of(timeZone);
  const from = zone.startOfDay(addDays(zone.dayOf(change.at), NOTICE_DAYS));
  // Whoever answers has to ask them before anybody sends them something.
  await c.env.STORE_STATS.getByName(slug).growTo({ slug, timeZone, currency }, shards);
  const plan = [...shardPlan.filter((era) => era.from < from), { from, shards }];
  return c.json({ store: await setShardPlan(c.env.DB, store, plan, change), from });
});
