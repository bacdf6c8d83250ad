import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { createStore, findStore, listStores } from './registry.server.ts';
import { newStore } from './store.schema.ts';

const change = { actor: 'operator', requestId: 'request-1', at: 1_700_000_000_000 };
const gifts = newStore.parse({
  slug: 'gifts',
  name: 'Gifts',
  timeZone: 'Europe/London',
  currency: 'GBP',
  domains: ['gifts.example'],
});

const slugs = async (access: 'all' | string[]) => (await listStores(env.DB, access)).map(({ slug }) => slug);

test('a created store is found and says when it was made', async () => {
  await createStore(env.DB, gifts, change);
  expect(await findStore(env.DB, 'gifts')).toEqual({ ...gifts, createdAt: change.at });
});

test('creating a store is in the audit log', async () => {
  await createStore(env.DB, gifts, change);
  expect(
    await env.DB.prepare('SELECT * FROM audit_log WHERE target = ?').bind('store:gifts').first(),
  ).toEqual(
    expect.objectContaining({
      actor: 'operator',
      action: 'store.create',
      before: null,
      request_id: 'request-1',
      at: change.at,
    }),
  );
});

test('an existing slug is left as it is', async () => {
  await createStore(env.DB, gifts, change);
  const again = await createStore(env.DB, { ...gifts, currency: 'USD' }, { ...change, at: change.at + 1 });
  expect(again).toEqual({ ok: false, code: 'store_exists', store: { ...gifts, createdAt: change.at } });
  expect((await findStore(env.DB, 'gifts'))?.currency).toBe('GBP');
});

test('a list holds what may be seen and nothing else', async () => {
  await createStore(env.DB, gifts, change);
  await createStore(env.DB, { ...gifts, slug: 'books', name: 'Books' }, change);
  expect(await slugs('all')).toEqual(['books', 'gifts']);
  expect(await slugs(['gifts', 'no-such-store'])).toEqual(['gifts']);
  expect(await slugs([])).toEqual([]);
});

test.each(["' OR 1=1 --", '', 'GIFTS', '../gifts'])('asking for %j finds nothing', async (slug) => {
  await createStore(env.DB, gifts, change);
  expect(await findStore(env.DB, slug)).toBeNull();
});
