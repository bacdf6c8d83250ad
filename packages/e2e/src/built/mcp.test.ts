import { ORGANIZATIONS } from '@layerkick/workos-local/accounts';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltWorker, startBuiltWorker } from '../built-worker.ts';
import { openStores, signedIn } from '../merchant-at-fmdf.ts';
import { apiKeyOf, applicationToken } from '../workos-api.ts';

/** An assistant at the built Worker: the official client of the Model Context Protocol. */
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

async function assistant(token: string | null): Promise<Client> {
  const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
  const client = new Client({ name: 'assistant', version: '1' });
  const transport = new StreamableHTTPClientTransport(new URL('/mcp', app.origin), {
    requestInit: { headers },
  });
  await client.connect(transport);
  return client;
}

test.each([
  ['an API key', async () => (await apiKeyOf(app, ORGANIZATION, ['stats:read'])).value],
  ['an application’s token', () => applicationToken(app, ORGANIZATION, ['stats:read'])],
])('with %s: an assistant finds the store and asks it', async (_credential, credential) => {
  const client = await assistant(await credential());
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual([
    'list_stores',
    'describe_metrics',
    'query_stats',
    'explain_change',
    'query_funnel',
    'query_cohorts',
    'query_goals',
    'query_bookings',
    'get_realtime',
  ]);

  const { structuredContent: listed } = await client.callTool({ name: 'list_stores' });
  expect(listed).toEqual({
    stores: [{ slug: 'fmdf', name: 'FMDF', timeZone: 'Europe/Berlin', currency: 'EUR' }],
  });
  const question = { store: 'fmdf', metrics: ['net_sales', 'orders'], range: '7d', interval: 'day' };
  const { structuredContent: answered } = await client.callTool({ name: 'query_stats', arguments: question });
  expect(answered).toMatchObject({ query: { currency: 'EUR' }, totals: { net_sales: 0, orders: 0 } });
  await client.close();
});

test('what is measured is explained', async () => {
  const client = await assistant((await apiKeyOf(app, ORGANIZATION, ['stats:read'])).value);
  const { structuredContent } = await client.callTool({ name: 'describe_metrics' });
  expect(structuredContent).toMatchObject({
    metrics: expect.arrayContaining([expect.objectContaining({ id: 'net_sales', unit: 'money' })]),
  });
  await client.close();
});

test.each([
  ['why net sales changed', 'explain_change', { range: '7d' }, { change: 0 }],
  [
    'how far sessions get',
    'query_funnel',
    {
      range: '7d',
      steps: ['add_to_cart', 'purchase'].map((name) => ({ dimension: 'event', values: [name] })),
    },
    { sessions: 0, steps: [{ sessions: 0 }, { sessions: 0 }] },
  ],
  ['whether customers come back', 'query_cohorts', { range: 'year' }, { cohorts: [] }],
  ['how often goals were reached', 'query_goals', { range: '7d' }, { goals: [] }],
  ['which orders there were', 'query_bookings', { range: '7d', find: 'mug' }, { count: 0, bookings: [] }],
  ['who is in the shop', 'get_realtime', {}, { visitors: 0, pages: [] }],
])('an assistant learns %s', async (_what, name, question, told) => {
  const client = await assistant((await apiKeyOf(app, ORGANIZATION, ['stats:read'])).value);
  const ask = (store: string) => client.callTool({ name, arguments: { ...question, store } });
  expect((await ask('fmdf')).structuredContent).toMatchObject(told);
  expect(JSON.stringify((await ask('northwind')).content)).toContain('store_forbidden');
  await client.close();
});

test.each([
  ['a store that may not be seen', { store: 'northwind' }, 'store_forbidden'],
  ['a store that does not exist', { store: 'nowhere' }, 'store_forbidden'],
  ['days that are none', { range: { from: '2026-02-30', to: '2026-03-01' } }, 'range'],
  ['a filter that is none', { filters: [{ dimension: 'mood', op: 'is', values: ['good'] }] }, 'dimension'],
])('%s: the assistant is told', async (_what, change, told) => {
  const client = await assistant((await apiKeyOf(app, ORGANIZATION, ['stats:read'])).value);
  const question = { store: 'fmdf', metrics: ['orders'], range: '7d', ...change };
  const result = await client.callTool({ name: 'query_stats', arguments: question });
  expect(result.isError).toBe(true);
  expect(JSON.stringify(result.content)).toContain(told);
  await client.close();
});

test('a key without stats:read asks nothing', async () => {
  const client = await assistant((await apiKeyOf(app, ORGANIZATION, ['events:write'])).value);
  const question = { store: 'fmdf', metrics: ['orders'], range: '7d' };
  const result = await client.callTool({ name: 'query_stats', arguments: question });
  expect(JSON.stringify(result.content)).toContain('permission_missing');
  await client.close();
});

test.each([null, 'forged'])('with %j for a token: refused, and told where to get one', async (token) => {
  await expect(assistant(token)).rejects.toThrow();
  const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(`${app.origin}/mcp`, { method: 'POST', headers, body: '{}' });
  expect(response.status).toBe(401);
  const metadata = /resource_metadata="([^"]*)"/.exec(response.headers.get('www-authenticate') ?? '')?.[1];
  expect(metadata).toBe(`${app.origin}/.well-known/oauth-protected-resource/mcp`);
  expect(await (await fetch(String(metadata))).json()).toMatchObject({
    resource: `${app.origin}/mcp`,
    authorization_servers: [app.workos.url],
    bearer_methods_supported: ['header'],
  });
});

test('another site cannot ask with the cookie of somebody who is signed in', async () => {
  const visitor = await signedIn(app);
  const headers = { origin: 'https://evil.example', 'content-type': 'application/json' };
  const response = await visitor.ask('/mcp', { method: 'POST', headers, body: '{}' });
  expect(response.status).toBe(403);
});

test.each([
  ['half a message', '{'],
  ['no message', '[]'],
  ['a message that says nothing', '{"jsonrpc":"2.0"}'],
  ['a body that is too large', 'x'.repeat(100_000)],
])('%s: refused, and no failure of ours', async (_what, body) => {
  const { value } = await apiKeyOf(app, ORGANIZATION, ['stats:read']);
  const headers = {
    authorization: `Bearer ${value}`,
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
  };
  const response = await fetch(`${app.origin}/mcp`, { method: 'POST', headers, body });
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.status).toBeLessThan(500);
});
