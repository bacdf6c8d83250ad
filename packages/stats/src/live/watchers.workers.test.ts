import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { LiveState } from '../live.ts';
import { ledgerEntry } from '../orders/ledger-entry.ts';
import type { StoreStats } from '../store-stats.ts';
import { batchOf } from '../testing/batch.ts';
import { shardName } from '../shards/shard.ts';
import { CLOSED, WATCH_HEADER, type Watch } from './watch.ts';

let objects = 0;
let store: Watch['store'];
let stats: DurableObjectStub<StoreStats>;
beforeEach(() => {
  objects += 1;
  store = { slug: `live-${objects}`, timeZone: 'Europe/Berlin', currency: 'EUR' };
  stats = env.STORE_STATS.getByName(store.slug);
});

const HOUR_MS = 3_600_000;
const pot = { item_id: 'pot', item_name: 'Pot', price: '19.90' };
const visit = (from: string, ...names: string[]) =>
  batchOf({
    at: new Date().toISOString(),
    from,
    events: names.map((name) => ({ name, ...(name === 'page_view' ? {} : { items: [pot] }) })),
  });

/** How many events the object has counted. */
const counted = () =>
  runInDurableObject(stats, (_, { storage }) =>
    storage.sql.exec('SELECT SUM(events) AS events FROM event_block').one(),
  );

/** A socket, what it was told and why it was closed. */
async function open(asked: Partial<Watch> = {}) {
  const watch = { store, topic: 'all', session: null, until: Date.now() + HOUR_MS, ...asked };
  const { webSocket } = await stats.fetch('https://store/live', {
    headers: { Upgrade: 'websocket', [WATCH_HEADER]: JSON.stringify(watch) },
  });
  if (!webSocket) throw new Error('no socket');
  const told: LiveState[] = [];
  const closed: number[] = [];
  webSocket.addEventListener('message', ({ data }) => {
    if (data !== 'pong') told.push(JSON.parse(String(data)));
  });
  webSocket.addEventListener('close', ({ code }) => {
    closed.push(code);
  });
  webSocket.accept();
  return { socket: webSocket, told, closed };
}

describe('whoever watches', () => {
  test('is told how it is at once, and of what happens while the object was asleep and awake', async () => {
    await stats.append(store, [visit('192.0.2.1', 'page_view')]);
    const [everything, count] = [await open(), await open({ topic: 'count' })];
    await vi.waitFor(() => expect(everything.told).toMatchObject([{ visitors: 1, carts: [], orders: [] }]));
    await vi.waitFor(() => expect(count.told).toEqual([{ at: expect.any(Number), visitors: 1 }]));

    await stats.append(store, [visit('192.0.2.2', 'page_view', 'add_to_cart')]);
    await vi.waitFor(() =>
      expect(everything.told.at(-1)).toMatchObject({ visitors: 2, carts: [{ value: 1990 }] }),
    );

    await evictDurableObject(stats);
    await stats.append(store, [visit('192.0.2.2', 'purchase')]);
    await vi.waitFor(() =>
      expect(everything.told.at(-1)).toMatchObject({ visitors: 2, carts: [], orders: [{ value: 1990 }] }),
    );
    await vi.waitFor(() => expect(count.told.at(-1)).toMatchObject({ visitors: 2 }));
    expect([everything.closed, count.closed]).toEqual([[], []]);
  });

  test('hears of orders that only a server tells of', async () => {
    const { told } = await open();
    const entry = {
      id: 's',
      kind: 'sale',
      order: '9',
      at: Date.now(),
      currency: 'EUR',
      gross: 700,
      source: 'server',
    };
    await stats.record(store, [ledgerEntry.parse(entry)]);
    await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ orders: [{ value: 700 }] }));
  });

  test('hears once of many things that happen at once, and nothing is written for it', async () => {
    const { told } = await open();
    await vi.waitFor(() => expect(told).toHaveLength(1));
    for (let at = 0; at < 20; at += 1) await stats.append(store, [visit(`192.0.2.${at}`, 'page_view')]);
    await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ visitors: 20 }));
    expect(told.length).toBeLessThanOrEqual(4);
    // Events wait to be counted as long as they would without anybody watching.
    expect(await counted()).toEqual({ events: null });
  });

  test('sees the visitors of all objects of a store', async () => {
    await stats.growTo(store, 3);
    const { told } = await open();
    for (const shard of [0, 1, 2]) {
      await env.STORE_STATS.getByName(shardName(store.slug, shard)).append({ ...store, shard }, [
        visit(`192.0.2.${shard}`, 'page_view'),
      ]);
    }
    await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ visitors: 3 }), { timeout: 20_000 });
  });

  test('may not say anything, and a ping wakes nobody', async () => {
    const { socket, closed } = await open();
    const answers: unknown[] = [];
    socket.addEventListener('message', ({ data }) => {
      answers.push(data);
    });
    socket.send('ping');
    await vi.waitFor(() => expect(answers).toContain('pong'));
    socket.send('{"store":"other"}');
    await vi.waitFor(() => expect(closed).toEqual([1008]));
  });
});

describe('a socket is closed', () => {
  test('when its time is over, and is told nothing any more', async () => {
    const { told, closed } = await open({ until: Date.now() });
    await vi.waitFor(() => expect(told).toHaveLength(1));
    await stats.append(store, [visit('192.0.2.1', 'page_view')]);
    await vi.waitFor(() => expect(closed).toEqual([CLOSED.renew]));
    expect(told).toHaveLength(1);
  });

  test('when its session was ended, also while the object slept; the others stay', async () => {
    const [leaving, staying] = [await open({ session: 'session_1' }), await open({ session: 'session_2' })];
    await env.DB.prepare('INSERT INTO revoked_session (sid, revoked_at) VALUES (?, ?)')
      .bind('session_1', 1)
      .run();
    await evictDurableObject(stats);
    expect(await runDurableObjectAlarm(stats)).toBe(true);
    await vi.waitFor(() => expect(leaving.closed).toEqual([CLOSED.ended]));
    expect(staying.closed).toEqual([]);
  });

  test('when the store is deleted', async () => {
    const { closed } = await open();
    await stats.erase();
    await vi.waitFor(() => expect(closed).toEqual([CLOSED.renew]));
  });
});

test('as long as nobody watches, no alarm is set for it', async () => {
  const { socket, closed } = await open();
  socket.close(1000);
  await vi.waitFor(() => expect(closed).toHaveLength(1));
  await runDurableObjectAlarm(stats);
  expect(await runInDurableObject(stats, (_, { storage }) => storage.getAlarm())).toBeNull();
});

test.each([
  ['no word of who it is', {}],
  ['what is no JSON', { [WATCH_HEADER]: '{' }],
  ['an unknown topic', { [WATCH_HEADER]: '{"topic":"secrets"}' }],
])('a request with %s gets no socket', async (_, headers) => {
  const answer = await stats.fetch('https://store/live', { headers: { Upgrade: 'websocket', ...headers } });
  expect(answer.status).toBe(400);
});
