import { apiClient, type ApiClient } from '@layerkick/client/client';
import { ORGANIZATIONS } from '@layerkick/workos-local/accounts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { statsTable } from '../../../../scripts/ops/stats.ts';
import { type BuiltWorker, startBuiltWorker } from '../built-worker.ts';
import { openStores } from '../merchant-at-fmdf.ts';
import { Visitor } from '../visitor.ts';
import { apiKeyOf, applicationToken } from '../workos-api.ts';

/** The HTTP API of the built Worker, through the client that merchants' programs use. */
const ORGANIZATION = 'org_01LKFMDF';

let app: BuiltWorker;

beforeAll(async () => {
  app = await startBuiltWorker({ organizations: ORGANIZATIONS });
  await openStores(app);
  await app.storage.DB.prepare(
    `INSERT INTO organization_store (organization_id, slug) VALUES ('${ORGANIZATION}', 'fmdf')`,
  ).run();
}, 60_000);
afterAll(() => app.close());

const withToken = (token: string) => apiClient({ origin: app.origin, token });
const withKey = async (...scopes: string[]) => withToken((await apiKeyOf(app, ORGANIZATION, scopes)).value);

/** With the cookie of somebody who is signed in, from our own pages. */
async function inBrowser(email: string): Promise<ApiClient> {
  const visitor = new Visitor(app.origin);
  await visitor.signIn(email);
  const fetch = (url: string, { headers, ...init }: RequestInit) =>
    visitor.ask(url, {
      ...init,
      headers: { ...Object.fromEntries(new Headers(headers)), Origin: app.origin },
    });
  return apiClient({ origin: app.origin, fetch });
}

describe('who am I, by every credential', () => {
  test.each<[string, () => Promise<ApiClient>, object]>([
    ['a session', () => inBrowser('merchant@fmdf.test'), { principal: { kind: 'user' }, via: 'session' }],
    ['an API key', () => withKey('stats:read'), { principal: { kind: 'api-key' }, via: 'api-key' }],
    [
      'an application’s token',
      async () => withToken(await applicationToken(app, ORGANIZATION, ['stats:read'])),
      { principal: { kind: 'service' }, via: 'bearer' },
    ],
  ])('%s', async (_credential, client) => {
    const api = await client();
    const account = await api.showAccount();
    expect(account.stores).toEqual(['fmdf']);
    expect(account.permissions).toContain('stats:read');
    const seen = await api.listStores();
    expect(seen.stores.map(({ slug }) => slug)).toEqual(['fmdf']);
    await expect(api.showAdministrator()).rejects.toMatchObject({ status: 403, code: 'permission_missing' });
  });

  test('nobody', async () => {
    const nobody = apiClient({ origin: app.origin });
    await expect(nobody.showAccount()).rejects.toMatchObject({ status: 401, code: 'credential_missing' });
    await expect(withToken('sk_invented').showAccount()).rejects.toMatchObject({ code: 'api_key_invalid' });
  });
});

test('an order that a server tells is in the figures and in the table', async () => {
  const at = Date.now();
  const sender = await withKey('events:write');
  const url = 'https://fmdf.example/checkout';
  const items = [{ item_id: 'mug', price: '12.50', quantity: 2 }];
  const order = { name: 'purchase', at, url, currency: 'EUR', transaction_id: 'order-1', value: 25, items };
  const receipt = await sender.collectEvents({
    body: {
      v: 1,
      store: 'fmdf',
      batch: crypto.randomUUID(),
      sent: at,
      events: [order],
      visitor: {
        ip: '192.0.2.7',
        userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      },
    },
  });
  expect(receipt).toEqual({ accepted: 1, rejected: [] });

  const reader = await withKey('stats:read', 'stats:export');
  const fmdf = { slug: 'fmdf' };
  const answer = await reader.queryStats({ params: fmdf, body: { metrics: ['net_sales'], range: 'all' } });
  expect(answer.totals).toEqual({ net_sales: 2500 });
  const table = await reader.exportStats({
    params: fmdf,
    query: { metrics: 'units', range: 'all', dimension: 'product' },
  });
  expect(await new Response(table).text()).toBe('product,label,units\r\nmug,,2\r\n');
  await expect(
    sender.queryStats({ params: fmdf, body: { metrics: ['orders'], range: '7d' } }),
  ).rejects.toMatchObject({
    code: 'permission_missing',
  });
});

test('from a terminal: the table that the key’s owner may see', async () => {
  const { value } = await apiKeyOf(app, ORGANIZATION, ['stats:export']);
  vi.stubEnv('LAYERKICK_API_KEY', value);
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const given = { positionals: ['fmdf'], options: new Map([['metrics', ['orders']]]) };
  await statsTable.run(given, { origin: app.origin, token: '' });
  expect(written.mock.calls.map(([piece]) => String(piece)).join('')).toBe('orders\r\n1\r\n');
  const elsewhere = statsTable.run(
    { ...given, positionals: ['northwind'] },
    { origin: app.origin, token: '' },
  );
  await expect(elsewhere).rejects.toThrow('This credential may not see that store');
  const wrong = { ...given, options: new Map([['metrics', ['profit']]]) };
  await expect(statsTable.run(wrong, { origin: app.origin, token: '' })).rejects.toThrow('--metrics');
  written.mockRestore();
  vi.unstubAllEnvs();
});

test('days that are over are sent once', async () => {
  const { value } = await apiKeyOf(app, ORGANIZATION, ['stats:read']);
  const url = `${app.origin}/api/v1/stores/fmdf/stats?metrics=orders&range=last_month`;
  const headers = { authorization: `Bearer ${value}` };
  const first = await fetch(url, { headers });
  expect(first.headers.get('cache-control')).toBe('private, no-cache');
  const again = await fetch(url, {
    headers: { ...headers, 'if-none-match': first.headers.get('etag') ?? '' },
  });
  expect(again.status).toBe(304);
});

test('an operator grants a store from the browser, and it can be seen at once', async () => {
  const operator = await inBrowser('admin@layerkick.test');
  const granted = await operator.grantAccess(
    { params: { userId: 'user_01LKMERCHANT' }, body: { stores: ['northwind'] } },
    { idempotencyKey: 'grant-northwind' },
  );
  expect(granted.stores).toEqual(['fmdf', 'northwind']);
  const merchant = await inBrowser('merchant@fmdf.test');
  expect((await merchant.listStores()).stores.map(({ slug }) => slug)).toEqual(['fmdf', 'northwind']);
});

test('the description and its page need no credential', async () => {
  for (const path of ['/api/v1/openapi.json', '/api/v1/docs', '/api/v1/docs.css']) {
    expect((await fetch(app.origin + path)).status).toBe(200);
  }
});
