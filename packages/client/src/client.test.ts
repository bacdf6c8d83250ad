import type { MetricId } from '@layerkick/stats/metrics';
import { expect, expectTypeOf, test } from 'vitest';
import { apiClient, type ClientOptions } from './client.ts';
import { ApiError } from './problem.ts';

const origin = 'https://app.example.test';
const gifts = { slug: 'gifts', name: 'Gifts', timeZone: 'Europe/London', currency: 'GBP' };

interface Sent extends RequestInit {
  readonly url: string;
}

/** A client whose requests are recorded and answered with `answer`. */
function recording(answer: () => Response, options: Partial<ClientOptions> = {}) {
  const sent: Sent[] = [];
  const fetch = async (url: string, init: RequestInit) => (sent.push({ ...init, url }), answer());
  return { client: apiClient({ origin, fetch, ...options }), sent };
}

function problemResponse(): Response {
  const problem = { type: 'about:blank', status: 403, code: 'store_forbidden', title: 'No' };
  return Response.json(problem, { status: 403, headers: { 'x-request-id': 'request-1' } });
}

test('an operation is asked where and how it is declared', async () => {
  const { client, sent } = recording(() => Response.json({ stores: [gifts], next: null }), { token: 'sk_1' });
  const answer = await client.listStores({ query: { limit: '5' } });
  expect(answer).toEqual({ stores: [gifts], next: null });
  expectTypeOf(answer.stores[0]?.slug).toEqualTypeOf<string | undefined>();
  expect(sent).toEqual([
    { url: `${origin}/api/v1/stores?limit=5`, method: 'GET', headers: { authorization: 'Bearer sk_1' } },
  ]);
});

test('a write carries its body and its key', async () => {
  const { client, sent } = recording(() => Response.json({ user: 'user_1', stores: [], readable: true }));
  const given = { params: { userId: 'user_1' }, body: { stores: ['gifts'] } };
  await client.grantAccess(given, { idempotencyKey: 'once' });
  expect(sent[0]).toMatchObject({
    url: `${origin}/api/v1/access/user_1`,
    method: 'PUT',
    body: '{"stores":["gifts"]}',
    headers: { 'idempotency-key': 'once', 'content-type': 'application/json' },
  });
});

test('what is put into a path stays in its place', async () => {
  const { client, sent } = recording(problemResponse);
  const given = { params: { slug: '../me?x' }, body: { metrics: ['orders'], range: '7d' } } as const;
  await client.queryStats(given).catch(() => {});
  expect(sent[0]?.url).toBe(`${origin}/api/v1/stores/..%2Fme%3Fx/stats`);
});

test('a table comes as a stream', async () => {
  const { client } = recording(() => new Response('orders\r\n1\r\n'));
  const stream = await client.exportStats({
    params: { slug: 'gifts' },
    query: { metrics: 'orders', range: '7d' },
  });
  expect(await new Response(stream).text()).toBe('orders\r\n1\r\n');
});

test('a problem becomes an error with its stable code', async () => {
  const error: unknown = await recording(problemResponse)
    .client.showAccount()
    .catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({
    code: 'store_forbidden',
    status: 403,
    message: 'No',
    requestId: 'request-1',
  });
});

test.each<[string, () => Response, object]>([
  ['an HTML page', () => new Response('<h1>502</h1>', { status: 502 }), { code: 'unreadable', status: 502 }],
  [
    'something else than described',
    () => Response.json({ stores: 'all' }),
    { code: 'unreadable', status: 200 },
  ],
  [
    'no connection',
    () => {
      throw new TypeError('fetch failed');
    },
    { code: 'unreachable', status: null },
  ],
])('%s is an error, too, and never an answer', async (_what, answer, expected) => {
  const error: unknown = await recording(answer)
    .client.listStores()
    .catch((caught: unknown) => caught);
  expect(error).toMatchObject(expected);
});

test('what an operation needs cannot be left out', () => {
  const { client } = recording(problemResponse);
  expectTypeOf(client.showAccount).toBeCallableWith();
  expectTypeOf(client.queryStats).parameter(0).not.toBeUndefined();
  expectTypeOf<Parameters<typeof client.queryStats>[0]['body']['metrics']>().toEqualTypeOf<
    readonly MetricId[]
  >();
});
