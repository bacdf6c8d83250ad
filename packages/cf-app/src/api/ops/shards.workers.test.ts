import type { ReceivedBatch } from '@layerkick/stats/event';
import { batchOf } from '@layerkick/stats/testing/batch';
import { runInDurableObject } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { appendBatches } from '../../features/stores/append-batches.server.ts';
import { findStore } from '../../features/stores/registry.server.ts';

const settings = { slug: 'crowd', timeZone: 'Europe/London', currency: 'GBP' };
const OBJECTS = ['crowd', 'crowd#1', 'crowd#2'];
const NOW = Date.parse('2026-11-21T12:00:00Z');

function call(method: string, path: string, body?: unknown): Promise<Response> {
  return exports.default.fetch(`http://localhost:3051/api/ops/stores${path}`, {
    method,
    headers: { authorization: `Bearer ${env.OPS_TOKEN}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

function visits(): ReceivedBatch[] {
  return Array.from({ length: 20 }, (_, visitor) =>
    batchOf({
      at: '2026-11-20T12:00:00Z',
      from: `visitor-${visitor}`,
      events: [
        {},
        { path: '/thanks', name: 'purchase', transaction_id: String(visitor), value: 10, currency: 'GBP' },
      ],
    }),
  );
}

async function figures(slug: string) {
  const [answer] = await env.STORE_STATS.getByName(slug).query(
    { ...settings, slug },
    [{ metrics: ['sessions', 'visitors', 'orders', 'net_sales', 'conversion_rate'], range: 'all' }],
    NOW,
  );
  return answer?.totals;
}

test('a store gets more objects, answers the same, and is exported, rebuilt and erased as one', async () => {
  await call('POST', '', settings);
  const grown = await call('PUT', '/crowd/shards', { shards: 3 });
  expect(grown.status).toBe(200);
  const { from } = await grown.json<{ from: number }>();
  expect(from).toBeGreaterThan(Date.now() + 86_400_000);
  expect((await call('PUT', '/crowd/shards', { shards: 2 })).status).toBe(409);
  expect((await call('PUT', '/crowd/shards', { shards: 0.5 })).status).toBe(400);

  const store = await findStore(env.DB, 'crowd');
  expect(store?.shardPlan).toEqual([{ from, shards: 3 }]);
  const sharded = { ...settings, shardPlan: [{ from: 0, shards: 3 }] };
  // Whoever sees no answer sends again at once, from wherever they are by then.
  const here = visits();
  const elsewhere = here.map((visit, host) => ({
    ...visit,
    visitor: { ...visit.visitor, ip: `198.51.100.${host}` },
  }));
  await Promise.all([here, elsewhere].map((sent) => appendBatches(env.STORE_STATS, sharded, sent)));
  await appendBatches(env.STORE_STATS, { ...settings, slug: 'alone' }, visits());

  const alone = await figures('alone');
  expect(alone).toMatchObject({ sessions: 20, orders: 20 });
  expect(await figures('crowd')).toEqual(alone);
  for (const shard of [1, 2]) {
    expect((await env.STORE_STATS.getByName(`crowd#${shard}`).status()).events).toBeGreaterThan(0);
  }
  const object = env.STORE_STATS.getByName('crowd');
  expect(await object.status()).toMatchObject({ events: 40, orders: 20 });
  expect(await object.holdings()).toMatchObject({ batches: 20, events: 40, entries: 20 });

  const lines = (await (await call('GET', '/crowd/export')).text()).trimEnd().split('\n');
  expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ type: 'end', batches: 20, entries: 20, importedDays: 0 });
  expect(lines.filter((line) => line.startsWith('{"type":"batch"'))).toHaveLength(20);

  await call('POST', '/crowd/rebuild');
  do {
    for (const name of OBJECTS) {
      await runInDurableObject(env.STORE_STATS.getByName(name), (one) => one.tend(Date.now()));
    }
  } while ((await object.status()).rebuilding !== null);
  expect(await figures('crowd')).toEqual(alone);

  await object.erase();
  for (const name of OBJECTS) {
    expect(await env.STORE_STATS.getByName(name).holdings()).toMatchObject({ batches: 0, events: 0 });
  }
});
