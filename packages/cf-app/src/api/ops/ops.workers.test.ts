import { env, exports } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { ops } from './route.ts';

const gifts = { slug: 'gifts', name: 'Gifts', timeZone: 'Europe/London', currency: 'GBP' };

beforeEach(async () => {
  await env.DB.exec('DELETE FROM store');
});

function call(method: string, path: string, body?: unknown, token = env.OPS_TOKEN): Promise<Response> {
  return exports.default.fetch(`http://localhost:3051/api/ops${path}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

test.each(['', 'wrong', 'a-token-for-tests-of-at-least-32-characterz'])(
  'a stranger with the token %j learns nothing and changes nothing',
  async (token) => {
    const response = await call('POST', '/stores', gifts, token);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await env.DB.prepare('SELECT count(*) AS n FROM store').first('n')).toBe(0);
  },
);

test('a store is created once and listed', async () => {
  expect((await call('POST', '/stores', gifts)).status).toBe(201);
  expect((await call('POST', '/stores', gifts)).status).toBe(409);
  expect(await (await call('GET', '/stores')).json()).toMatchObject({ stores: [gifts] });
});

test.each([
  [{ ...gifts, timeZone: 'Mars/Olympus' }, 'timeZone'],
  [{ ...gifts, currency: 'gbp' }, 'currency'],
  [{ ...gifts, slug: 'Gifts!' }, 'slug'],
  [{ ...gifts, name: 'Gifts\u001b[2J' }, 'name'],
  [{ ...gifts, domains: ['https://gifts.example'] }, 'domains[0]'],
  [{ ...gifts, shards: 3 }, ''],
])('%j is refused and the field is named', async (body, field) => {
  const response = await call('POST', '/stores', body);
  expect(response.status).toBe(400);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toMatchObject({ code: 'fields_invalid', errors: [{ field }] });
});

test('a body that is not JSON is a 400', async () => {
  expect(await (await call('POST', '/stores', '{"slug":')).json()).toMatchObject({ code: 'body_not_json' });
});

test('access is granted, shown and taken away', async () => {
  await call('POST', '/stores', gifts);
  const granted = await call('PUT', '/access/user_01M', { stores: ['gifts'] });
  expect(await granted.json()).toEqual({ user: 'user_01M', stores: ['gifts'], readable: true });
  expect(await (await call('GET', '/access/user_01M')).json()).toMatchObject({ stores: ['gifts'] });
  expect(await (await call('DELETE', '/access/user_01M?store=gifts')).json()).toMatchObject({ stores: [] });
});

test('granting an unknown store is refused by name', async () => {
  const response = await call('PUT', '/access/user_01M', { stores: ['gift'] });
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ code: 'stores_unknown', title: 'There is no store gift' });
});

test.each(['merchant@fmdf.test', 'user_', 'user_01;DROP', 'org_01'])('%s is no user id', async (user) => {
  const response = await call('GET', `/access/${encodeURIComponent(user)}`);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ errors: [{ field: 'user' }] });
});

test('orders for a store that does not exist are refused', async () => {
  expect((await call('POST', '/stores/no-such-store/orders', { entries: [] })).status).toBe(404);
});

test('a wrong ledger entry is named by its place', async () => {
  await call('POST', '/stores', gifts);
  const response = await call('POST', '/stores/gifts/orders', { entries: [{ id: 'a', kind: 'sale' }] });
  expect(response.status).toBe(400);
  expect(JSON.stringify(await response.json())).toContain('entries[0].order');
});

test('a wrong variable is named on a developer’s machine, without its value', async () => {
  const response = await ops.request('/', {}, { ...env, WORKOS_API_URL: 'not-an-address' });
  expect(response.status).toBe(500);
  const text = await response.text();
  expect(JSON.parse(text)).toMatchObject({ code: 'configuration_invalid' });
  expect(text).toContain('WORKOS_API_URL');
  expect(text).not.toContain('not-an-address');
});

test('storage that does not answer is a 503 that leads to the log', async () => {
  await env.DB.exec('ALTER TABLE store RENAME TO out_of_reach');
  try {
    const response = await call('GET', '/stores');
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('10');
    const { code, detail } = await response.json<{ code: string; detail: string }>();
    expect(code).toBe('unavailable');
    expect(detail).toContain(response.headers.get('x-request-id'));
  } finally {
    await env.DB.exec('ALTER TABLE out_of_reach RENAME TO store');
  }
});
