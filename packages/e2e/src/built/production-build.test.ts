import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { API_KEY } from '@layerkick/workos-local/accounts';
import { createTestHarness } from 'wrangler';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';

const OPS_TOKEN = 'a-token-for-tests-of-at-least-32-characters';

const worker = (workosApiUrl: string) => ({
  workers: [
    {
      configPath: fileURLToPath(import.meta.resolve('../../../cf-app/dist/production/server/wrangler.json')),
      vars: { WORKOS_API_URL: workosApiUrl, DEMO_STOREFRONT: '1' },
      secrets: {
        WORKOS_API_KEY: API_KEY,
        WORKOS_COOKIE_PASSWORD: randomBytes(32).toString('hex'),
        OPS_TOKEN,
      },
    },
  ],
});

const server = createTestHarness(worker('https://api.workos.com'));
beforeAll(async () => {
  await server.listen();
  await server.getWorker().applyD1Migrations('DB');
}, 60_000);
afterAll(() => server.close());

const authorized = { headers: { authorization: `Bearer ${OPS_TOKEN}` } };

test('what is deployed starts and answers', async () => {
  expect((await server.fetch('/healthz')).status).toBe(200);
  expect((await server.fetch('/lk.js')).status).toBe(200);
  expect((await server.fetch('/api/ops', authorized)).status).toBe(200);
});

test('it sends people to the WorkOS of its configuration to sign in', async () => {
  const response = await server.fetch('/auth/workos/login', { redirect: 'manual' });
  expect(new URL(response.headers.get('location') ?? '').origin).toBe('https://api.workos.com');
});

test('it has no demo storefront, whatever the variables say', async () => {
  expect((await server.fetch('/demo/fmdf')).status).toBe(404);
});

test('nobody can put its clock forward', async () => {
  const response = await server.fetch('/api/local/clock', { method: 'POST', body: '{"ms":90000}' });
  expect(response.status).toBe(404);
});

test('nobody can hold a store’s object', async () => {
  const { STORE_STATS } = await server.getWorker<Pick<Env, 'STORE_STATS'>>().getEnv();
  const object = z.custom<{ hold(): Promise<void> }>(Boolean).parse(STORE_STATS.getByName('gifts'));
  await expect(async () => object.hold()).rejects.toThrow(/does not implement/);
});

test('nobody can write a store’s past, not even an operator', async () => {
  const created = await server.fetch('/api/ops/stores', {
    ...authorized,
    method: 'POST',
    body: JSON.stringify({ slug: 'gifts', timeZone: 'Europe/London', currency: 'GBP' }),
  });
  expect(created.status).toBe(201);
  const replay = await server.fetch('/api/ops/stores/gifts/replay', {
    ...authorized,
    method: 'POST',
    body: '{"batches":[]}',
  });
  expect(await replay.json()).toMatchObject({ status: 404, code: 'not_found' });
});

test('a WorkOS address without https is refused, also one on this machine', async () => {
  await server.update(worker('http://localhost:4100'));
  const response = await server.fetch('/auth/workos/login', { redirect: 'manual' });
  expect(response.status).toBeGreaterThanOrEqual(500);
  expect(response.headers.get('location')).toBeNull();
});
