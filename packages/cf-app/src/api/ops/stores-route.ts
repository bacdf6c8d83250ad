import { Hono } from 'hono';
import { createStore, findStore, listStores } from '../../features/stores/registry.server.ts';
import { newStore } from '../../features/stores/store.schema.ts';
import { problemResponse } from '../problem.ts';
import { operatorChange } from './change.ts';
import { parseBody } from './parse-body.ts';
import { storeUnknown } from './store-unknown.ts';

/** The store registry, for operators. */
export const storesRoute = new Hono<{ Bindings: Env }>();

storesRoute.get('/', async (c) => c.json({ stores: await listStores(c.env.DB, 'all') }));

storesRoute.post('/', async (c) => {
  const body = await parseBody(c.req.raw, newStore);
  if (!body.ok) return body.response;
  const creation = await createStore(c.env.DB, body.value, operatorChange());
  if (!creation.ok && creation.code === 'store_being_deleted') {
    return problemResponse({
      status: 409,
      code: creation.code,
      title: `The deletion of ${body.value.slug} is not over`,
      detail: 'Delete it once more to finish what was begun.',
    });
  }
  if (!creation.ok) {
    return problemResponse({
      status: 409,
      code: creation.code,
      title: `There is a store ${creation.store.slug} already`,
      detail: `${creation.store.slug}: ${creation.store.name}, ${creation.store.currency}, ${creation.store.timeZone}`,
    });
  }
  return c.json({ store: creation.store }, 201);
});

/** `{ store, status: StoreStatus }`. */
storesRoute.get('/:slug', async (c) => {
  const store = await findStore(c.env.DB, c.req.param('slug'));
  if (!store) return storeUnknown(c.req.param('slug'));
  return c.json({ store, status: await c.env.STORE_STATS.getByName(store.slug).status() });
});
