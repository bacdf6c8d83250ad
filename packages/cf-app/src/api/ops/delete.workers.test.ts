import { StoreErasedError } from '@layerkick/stats/erasure';
import { ledgerEntry } from '@layerkick/stats/orders/ledger-entry';
import type { StoreStats } from '@layerkick/stats/store-stats';
import { batches, ENTRIES, RANGE } from '@layerkick/stats/testing/small-history';
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { finishDeletions } from '../../features/stores/finish-deletions.server.ts';

let stores = 0;
let slug: string;
const settings = () => ({ slug, timeZone: 'Europe/Berlin', currency: 'EUR' });
const object = () => env.STORE_STATS.getByName(slug);

beforeEach(async () => {
  await env.DB.exec('DELETE FROM store');
  await env.DB.exec('DELETE FROM audit_log');
  stores += 1;
  slug = `leaving-${stores}`;
  await call('POST', '/stores', settings());
  await call('POST', '/stores', { ...settings(), slug: 'staying' });
  await call('PUT', '/access/user_01A', { stores: [slug, 'staying'] });
  await call('PUT', '/access/user_01B', { stores: [slug] });
  await call('PUT', '/access/user_01C', { stores: ['staying'] });
  await object().append(settings(), batches());
  await object().record(
    settings(),
    ENTRIES.map((entry) => ledgerEntry.parse(entry)),
  );
  await runDurableObjectAlarm(object());
});

function call(method: string, path: string, body?: unknown): Promise<Response> {
  return exports.default.fetch(`http://localhost:3051/api/ops${path}`, {
    method,
    headers: { authorization: `Bearer ${env.OPS_TOKEN}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function deleteOnce(): Promise<unknown> {
  const response = await call('POST', `/stores/${slug}/deletion`, { slug });
  expect(response.status).toBe(200);
  return ((await response.json()) as { receipt: unknown }).receipt;
}

async function deleteWhole(): Promise<unknown> {
  for (;;) {
    const receipt = await deleteOnce();
    if (receipt) return receipt;
  }
}

const archived = async () => (await env.ARCHIVE.list({ prefix: `${slug}/` })).objects.length;

test('nothing of a deleted store is left, and the receipt says what it was', async () => {
  const objects = await archived();
  expect(objects).toBeGreaterThan(0);
  const receipt = await deleteWhole();
  expect(receipt).toMatchObject({
    slug,
    registry: { stores: 1, sources: 0, deliveries: 0 },
    access: { people: 2 },
    object: { batches: 6, entries: 6, events: 17 },
    archive: { objects },
  });
  expect(await archived()).toBe(0);
  expect(await object().holdings()).toMatchObject({ batches: 0, events: 0, entries: 0 });
  expect(await env.LAYERKICK_KV.get('user-store:user_01A')).toBe('["staying"]');
  expect(await env.LAYERKICK_KV.get('user-store:user_01B')).toBeNull();
  expect(await env.LAYERKICK_KV.get('user-store:user_01C')).toBe('["staying"]');
  const { results } = await env.DB.prepare('SELECT slug FROM store').all();
  expect(results).toEqual([{ slug: 'staying' }]);
  const entry = await env.DB.prepare('SELECT * FROM audit_log ORDER BY id DESC LIMIT 1').first();
  expect(entry).toMatchObject({ action: 'store.deleted', after: JSON.stringify(receipt) });
});

test('afterwards it answers like one that was never there', async () => {
  await deleteWhole();
  for (const [method, path, body] of [
    ['GET', '', undefined],
    ['GET', '/export', undefined],
    ['GET', '/deletion', undefined],
    ['POST', '/deletion', { slug: 'never-there' }],
  ] as const) {
    const gone = await call(method, `/stores/${slug}${path}`, body && { slug });
    const never = await call(method, `/stores/never-there${path}`, body);
    expect(gone.status).toBe(404);
    expect(gone.status).toBe(never.status);
    expect((await gone.text()).replaceAll(slug, 'never-there')).toBe(await never.text());
  }
});

test('stopped after any step, the same again finishes it', async () => {
  expect(await deleteOnce()).toBeNull();
  expect((await call('GET', `/stores/${slug}`)).status).toBe(404);
  expect((await call('GET', `/stores/${slug}/deletion`)).status).toBe(200);
  const refused = await call('POST', '/stores', settings());
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({ code: 'store_being_deleted' });
  // As if the answer of each further step had been lost.
  for (const step of ['access', 'object', 'erase']) {
    await env.DB.prepare('UPDATE store_deletion SET step = ? WHERE slug = ?').bind(step, slug).run();
    await deleteOnce();
  }
  expect(await deleteWhole()).toMatchObject({ access: { people: 2 } });
  expect(await archived()).toBe(0);
});

test('what nobody finishes is finished by the clock, for whoever began it', async () => {
  expect(await deleteOnce()).toBeNull();
  const began = await env.DB.prepare('SELECT begun_at FROM store_deletion').first<number>('begun_at');
  const minutes = (some: number) => (began ?? 0) + some * 60_000;
  await finishDeletions(env, minutes(4));
  expect((await call('GET', `/stores/${slug}/deletion`)).status).toBe(200);
  await env.DB.prepare(`UPDATE store_deletion SET begun_by = 'user_01OWNER'`).run();
  await finishDeletions(env, minutes(6));
  expect((await call('GET', `/stores/${slug}/deletion`)).status).toBe(404);
  expect(await archived()).toBe(0);
  const entry = await env.DB.prepare('SELECT * FROM audit_log ORDER BY id DESC LIMIT 1').first();
  expect(entry).toMatchObject({ action: 'store.deleted', actor: 'user_01OWNER' });
});

test('what is still on its way does not bring it back', async () => {
  await deleteWhole();
  await runInDurableObject(object(), async (instance: StoreStats) => {
    await expect(instance.append(settings(), batches())).rejects.toThrow(StoreErasedError);
  });
  expect(await object().holdings()).toMatchObject({ batches: 0 });
  // A minute later, in an object that was stopped meanwhile.
  await runInDurableObject(object(), (_, { storage }) => storage.kv.put('refused-until', 1));
  await evictDurableObject(object());
  expect(await runDurableObjectAlarm(object())).toBe(true);
  expect(await runInDurableObject(object(), (_, { storage }) => [...storage.kv.list()])).toEqual([]);
  expect(await object().append(settings(), batches())).toHaveLength(6);
});

test('a store of the same slug begins empty', async () => {
  await deleteWhole();
  expect((await call('POST', '/stores', settings())).status).toBe(201);
  const [answer] = await object().query(
    settings(),
    [{ metrics: ['sessions', 'orders'], range: RANGE }],
    Date.parse('2026-11-21T12:00:00Z'),
  );
  expect(answer?.totals).toEqual({ sessions: 0, orders: 0 });
});

test('another slug than the confirmed one is not deleted', async () => {
  const response = await call('POST', `/stores/${slug}/deletion`, { slug: 'staying' });
  expect(response.status).toBe(400);
  expect((await call('GET', `/stores/${slug}`)).status).toBe(200);
});
