import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StoreLook } from '#/features/stores/look.ts';
import { recordLooks } from '#/features/stores/look-record.server.ts';
import { createStore } from '#/features/stores/registry.server.ts';
import { newStore } from '#/features/stores/store.schema.ts';
import { storesPage } from './store-rows.server.ts';

const NOW = 1_800_000_000_000;
const HOUR = 3_600_000;
const QUIET: StoreLook = {
  events: 0,
  orders: 0,
  firstEventAt: null,
  lastEventAt: null,
  pendingBatches: 0,
  setAsideBatches: 0,
  timeZone: null,
  rebuilding: null,
  bytes: 4096,
  shards: 1,
  schemaVersion: 1,
  archive: { waiting: 0, since: null },
};

/** What each store's object says; undefined where it does not answer. */
const said = new Map<string, StoreLook | undefined>();
const asked: string[] = [];
const say = (slug: string, bytes: number) => void said.set(slug, { ...QUIET, bytes });

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const status = async (slug: string) => {
    asked.push(slug);
    return said.get(slug) ?? Promise.reject(new Error('no answer'));
  };
  vi.spyOn(env.STORE_STATS, 'getByName').mockImplementation(
    (slug) => ({ status: () => status(slug) }) as unknown as ReturnType<Env['STORE_STATS']['getByName']>,
  );
  await env.DB.batch(['store', 'store_look'].map((table) => env.DB.prepare(`DELETE FROM ${table}`)));
  const change = { actor: 'operator', requestId: 'test', at: 0 };
  for (const slug of ['ant', 'bee', 'cow']) {
    const store = newStore.parse({ slug, timeZone: 'Europe/London', currency: 'GBP' });
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await createStore(env.DB, store, change);
  }
  say('ant', 2000);
  say('bee', 3000);
  say('cow', 1000);
  asked.length = 0;
});
afterEach(() => vi.restoreAllMocks());

const bySize = async (most: number, find = '') => {
  const page = await storesPage({ sort: '-size', find }, NOW + HOUR, most);
  return { slugs: page.rows.map(({ slug }) => slug), asOf: page.orderedAsOf };
};

test('few stores are asked when somebody sorts by what only they know, and no others', async () => {
  expect(await bySize(3)).toEqual({ slugs: ['bee', 'ant', 'cow'], asOf: null });
  expect(await bySize(1, 'cow')).toEqual({ slugs: ['cow'], asOf: null });
});

test('more are in the order of what they said last, which is told; their figures are of now', async () => {
  await recordLooks(env, NOW, 2);
  say('cow', 9000);
  expect(await bySize(2)).toEqual({ slugs: ['bee', 'ant', 'cow'], asOf: NOW });
  const { rows } = await storesPage({ sort: '-size' }, NOW, 2);
  expect(rows.map(({ look }) => look?.bytes)).toEqual([3000, 2000, 9000]);
  await recordLooks(env, NOW + HOUR, 2);
  expect(await bySize(2)).toEqual({ slugs: ['cow', 'bee', 'ant'], asOf: NOW + HOUR });
});

test('each is asked once an hour, and none where all can be asked at once', async () => {
  await recordLooks(env, NOW, 3);
  expect(asked).toEqual([]);
  await recordLooks(env, NOW, 2);
  await recordLooks(env, NOW + HOUR - 1, 2);
  expect(asked).toEqual(['ant', 'bee', 'cow']);
});

test('one that does not answer keeps what it said, and one that never did comes last', async () => {
  said.set('bee', undefined);
  await recordLooks(env, NOW, 2);
  expect((await bySize(2)).slugs).toEqual(['ant', 'cow', 'bee']);
  said.set('ant', undefined);
  say('bee', 3000);
  await recordLooks(env, NOW + HOUR, 2);
  expect((await bySize(2)).slugs).toEqual(['bee', 'ant', 'cow']);
});
