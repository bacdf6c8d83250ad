import { Hono } from 'hono';
import { z } from 'zod';
import { findStore } from '../../features/stores/registry.server.ts';
import { problemResponse } from '../problem.ts';
import { operatorChange } from './change.ts';
import { parseBody } from './parse-body.ts';
import { storeUnknown } from './store-unknown.ts';

const MOST_DAYS = 90;
const wanted = z.strictObject({ days: z.int().min(1).max(MOST_DAYS) });

/** `POST /:slug/demo`, `{ days }`: a piece of demo data; answers `{ fraction }`, to be called again until it is 1. */
export const demoRoute = new Hono<{ Bindings: Env }>();

const REFUSED = {
  store_not_empty: 'is not empty: demo data would mix with figures of its own',
  currency_without_demo: 'is in another currency than demo data, which are in EUR or GBP',
};

demoRoute.post('/:slug/demo', async (c) => {
  const store = await findStore(c.env.DB, c.req.param('slug'));
  if (!store) return storeUnknown(c.req.param('slug'));
  const body = await parseBody(c.req.raw, wanted);
  if (!body.ok) return body.response;
  const { tellDemo } = await import('../../features/demo/demo-data.server.ts');
  const told = await tellDemo(c.env, store, body.value.days, operatorChange());
  if (told.ok) return c.json({ fraction: told.fraction });
  return problemResponse({
    status: 409,
    code: told.code,
    title: `The store ${store.slug} ${REFUSED[told.code]}`,
  });
});
