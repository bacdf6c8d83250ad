import type { ReceivedBatch } from '@layerkick/stats/event';
import { env } from 'cloudflare:workers';
import { beforeEach, expect, test, vi } from 'vitest';
import { createStore } from '../../features/stores/registry.server.ts';
import { newStore } from '../../features/stores/store.schema.ts';
import { api } from '../app.ts';

const APP = 'http://localhost:3051';
const SHOP = 'https://www.gifts.example';

beforeEach(async () => {
  const change = { actor: 'operator', requestId: 'request-1', at: Date.now() };
  const settings = { timeZone: 'Europe/London', currency: 'GBP' };
  await createStore(
    env.DB,
    newStore.parse({ ...settings, slug: 'gifts', domains: ['gifts.example'] }),
    change,
  );
  await createStore(env.DB, newStore.parse({ ...settings, slug: 'bare' }), change);
});

const CHROME = {
  'user-agent':
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
};

function pageView(overrides: object = {}) {
  return { name: 'page_view', at: Date.now(), url: `${SHOP}/`, ...overrides };
}

function batch(overrides: object = {}) {
  return {
    v: 1,
    store: 'gifts',
    batch: crypto.randomUUID(),
    sent: Date.now(),
    events: [pageView()],
    ...overrides,
  };
}

/** Everything the store's object was handed. */
function recording() {
  const received: ReceivedBatch[] = [];
  const bindings = {
    ...env,
    STORE_STATS: {
      getByName: () => ({
        appendText: async (_: unknown, json: string) => {
          const batches: ReceivedBatch[] = JSON.parse(json);
          received.push(...batches);
          return batches.map(({ events, rejected }) => ({ accepted: events.length, rejected }));
        },
      }),
    },
  } as unknown as Env;
  return { received, bindings };
}

function post(body: BodyInit, headers: Record<string, string> = {}, bindings: Env = recording().bindings) {
  const request = new Request(`${APP}/api/event`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'text/plain', origin: SHOP, ...headers },
  });
  return Promise.resolve(api.fetch(request, bindings));
}

function failing(): Promise<never> {
  return Promise.reject(new Error('overloaded'));
}

async function codeOf(response: Response): Promise<string> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  return (await response.json<{ code: string }>()).code;
}

test('202: a batch is taken, whatever its content type says', async () => {
  for (const type of ['text/plain', 'application/json', 'application/x-www-form-urlencoded']) {
    const response = await post(JSON.stringify(batch()), { 'content-type': type });
    expect(response.status).toBe(202);
    expect(await response.json()).toEqual({ accepted: 1, rejected: [] });
    expect(response.headers.get('access-control-allow-origin')).toBe(SHOP);
    expect(response.headers.get('vary')).toBe('origin');
  }
});

test('202: an event that cannot be used is named and takes no other along', async () => {
  const { received, bindings } = recording();
  const events = [
    pageView(),
    pageView({ name: 'Page View' }),
    pageView({ items: [{ item_id: 'a', price: '1,99' }] }),
    null,
    pageView({ name: 'purchase', transaction_id: '1001', value: '10.00' }),
  ];
  const response = await post(JSON.stringify(batch({ events })), {}, bindings);
  expect(response.status).toBe(202);
  expect(await response.json()).toEqual({
    accepted: 2,
    rejected: [
      { index: 1, code: 'event_invalid', message: expect.stringMatching(/^name: /) },
      { index: 2, code: 'event_invalid', message: expect.stringMatching(/^items\[0\]\.price: /) },
      { index: 3, code: 'event_invalid', message: expect.any(String) },
    ],
  });
  expect(received[0]?.events.map(({ name }) => name)).toEqual(['page_view', 'purchase']);
});

test('a sender’s wrong clock is corrected, a far wrong time clamped, nothing lost', async () => {
  const { received, bindings } = recording();
  const sent = Date.parse('2001-01-01T00:00:00Z');
  const ats = [sent - 5_000, sent + 60_000, 0, -1e308, 1e308, sent - 0.4];
  const response = await post(
    JSON.stringify(batch({ sent, events: ats.map((at) => pageView({ at })) })),
    {},
    bindings,
  );
  expect(await response.json()).toEqual({ accepted: ats.length, rejected: [] });
  const [stored] = received;
  expect(stored?.events.map(({ at }) => stored.received - at)).toEqual([
    5_000, 0, 86_400_000, 86_400_000, 0, 0,
  ]);
});

test('the sender is classified: device, bot, place', async () => {
  const { received, bindings } = recording();
  const userAgent = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
  const headers = { 'user-agent': userAgent, 'cf-connecting-ip': '192.0.2.7' };
  await post(JSON.stringify(batch()), headers, bindings);
  expect(received[0]).toMatchObject({
    visitor: { ip: '192.0.2.7', userAgent },
    client: { device: '' },
    bot: 'user agent: google',
    place: { country: '', region: '', city: '' },
  });
});

test('a headless browser is a customer in the demo storefront and automated traffic in every other shop', async () => {
  const { received, bindings } = recording();
  const headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/142.0.0.0 Safari/537.36' };
  await post(JSON.stringify(batch()), { ...headers, origin: APP }, bindings);
  await post(JSON.stringify(batch()), headers, bindings);
  expect(received.map(({ bot }) => bot)).toEqual([null, 'headless browser']);
});

test.each([
  ['nothing', '', 'json_malformed'],
  ['no JSON', 'v=1&store=gifts', 'json_malformed'],
  ['half a batch', JSON.stringify(batch()).slice(0, -1), 'json_malformed'],
  ['NaN', '{"v":NaN}', 'json_malformed'],
  ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00]), 'json_malformed'],
  ['JSON nested 30,000 deep', '['.repeat(30_000) + ']'.repeat(30_000), 'batch_invalid'],
  ['null', 'null', 'batch_invalid'],
  ['a list', '[]', 'batch_invalid'],
  [
    'a number beyond all numbers',
    JSON.stringify(batch()).replace(/"sent":\d+/, '"sent":1e999'),
    'batch_invalid',
  ],
  ['another version', JSON.stringify(batch({ v: 2 })), 'batch_invalid'],
  ['a slug that is a path', JSON.stringify(batch({ store: '../gifts' })), 'batch_invalid'],
  ['a batch id that is none', JSON.stringify(batch({ batch: 'again' })), 'batch_invalid'],
  ['no events', JSON.stringify(batch({ events: [] })), 'batch_invalid'],
  ['51 events', JSON.stringify(batch({ events: Array(51).fill(pageView()) })), 'batch_invalid'],
  ['events that are none', JSON.stringify(batch({ events: 'all' })), 'batch_invalid'],
])('400: %s', async (_, body, code) => {
  const response = await post(body);
  expect(response.status).toBe(400);
  expect(await codeOf(response)).toBe(code);
});

test('400 names the field', async () => {
  const response = await post(JSON.stringify(batch({ batch: 'again', sent: 'now' })));
  expect(await response.json()).toMatchObject({
    code: 'batch_invalid',
    errors: [{ field: 'batch' }, { field: 'sent' }],
  });
});

test.each([
  ['events nested 10,000 deep', '{"a":'.repeat(5_000) + '[]' + '}'.repeat(5_000)],
  ['a prototype', '{"__proto__":{"name":"page_view"},"constructor":{"prototype":{}}}'],
  ['numbers for words', '{"name":1,"at":"x","url":5}'],
  ['a price beyond all numbers', `{"name":"view_item","at":1,"url":"${SHOP}/","value":1e999}`],
  ['another protocol', '{"name":"page_view","at":1,"url":"javascript:alert(1)"}'],
  ['201 items', JSON.stringify(pageView({ items: Array.from({ length: 201 }, () => ({ item_id: 'a' })) }))],
  ['props that are no values', JSON.stringify(pageView({ props: { a: { b: 1 } } }))],
])('a hostile event is rejected by itself: %s', async (_, event) => {
  const body = JSON.stringify(batch()).replace('"events":[', `"events":[${event},`);
  const response = await post(body);
  expect(response.status).toBe(202);
  expect(await response.json()).toMatchObject({
    accepted: 1,
    rejected: [{ index: 0, code: 'event_invalid' }],
  });
});

test('text in any script is taken as it is, but for lone surrogates, which are no text', async () => {
  const { received, bindings } = recording();
  const body = JSON.stringify(batch({ events: [pageView({ title: '灯 ‮💡 \u0000' })] })).replace(
    '灯',
    '\\ud800灯',
  );
  expect((await post(body, {}, bindings)).status).toBe(202);
  expect(received[0]?.events[0]?.title).toBe('\ufffd灯 ‮💡 \u0000');
});

test('413: more than 64 KB, whether or not the length is told truly', async () => {
  const large = JSON.stringify(batch({ events: [pageView({ title: 'x'.repeat(66_000) })] }));
  expect((await post(large)).status).toBe(413);
  const chunks = new TextEncoder().encode(large);
  const stream = new ReadableStream({
    start(controller) {
      for (let at = 0; at < chunks.length; at += 8_000) controller.enqueue(chunks.slice(at, at + 8_000));
      controller.close();
    },
  });
  const response = await post(stream);
  expect(response.status).toBe(413);
  expect(await codeOf(response)).toBe('batch_too_large');
});

test('403: another site, and one that only looks alike', async () => {
  const refused = ['https://evil.example', 'https://notgifts.example', 'https://gifts.example.evil.example'];
  for (const origin of refused) {
    const response = await post(JSON.stringify(batch()), { origin });
    expect(response.status).toBe(403);
    expect(response.headers.has('access-control-allow-origin')).toBe(false);
    expect(await codeOf(response)).toBe('origin_not_allowed');
  }
});

test('403: a store without domains takes events from nobody else’s page', async () => {
  const body = JSON.stringify(batch({ store: 'bare' }));
  expect((await post(body, { origin: SHOP })).status).toBe(403);
  expect((await post(body, { origin: APP })).status).toBe(202);
});

test('404: no such store', async () => {
  const response = await post(JSON.stringify(batch({ store: 'no-such-store' })));
  expect(response.status).toBe(404);
  expect(await codeOf(response)).toBe('store_unknown');
});

test('405: anything but POST', async () => {
  const response = await api.fetch(new Request(`${APP}/api/event`), env);
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('POST, OPTIONS');
});

test('429: too many batches from one address', async () => {
  const keys: string[] = [];
  const limit = async ({ key }: { key: string }) => {
    keys.push(key);
    return { success: false };
  };
  const bindings = { ...recording().bindings, COLLECT_LIMIT: { limit } };
  const response = await post(JSON.stringify(batch()), { 'cf-connecting-ip': '192.0.2.7' }, bindings);
  expect(response.status).toBe(429);
  expect(response.headers.get('retry-after')).toBe('10');
  expect(await codeOf(response)).toBe('rate_limited');
  expect(keys).toEqual(['192.0.2.7']);
});

test('503 with Retry-After: more for one store than it can take', async () => {
  const bindings = { ...recording().bindings, COLLECT_STORE_LIMIT: { limit: allButGifts } };
  const response = await post(JSON.stringify(batch()), {}, bindings);
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('10');
  expect(await codeOf(response)).toBe('store_busy');
});

test('traffic that is no customer’s is kept with its reason', async () => {
  const { received, bindings } = recording();
  const send = async (
    body: object,
    cf: { asn: number },
    headers: Record<string, string> = { origin: SHOP },
  ) => {
    const init = { method: 'POST', body: JSON.stringify(batch(body)), headers: { ...CHROME, ...headers } };
    const answer = await api.fetch(new Request(`${APP}/api/event`, { ...init, cf }), bindings);
    expect(answer.status).toBe(202);
    return received.at(-1)?.bot;
  };
  expect(await send({}, { asn: 3320 })).toBeNull();
  expect(await send({ mark: 'internal' }, { asn: 3320 })).toBe('internal traffic');
  expect(await send({ mark: true }, { asn: 3320 })).toBe('automated browser');
  expect(await send({ mark: false }, { asn: 24940 })).toBe('data centre: Hetzner');
  // The shop's server is in one, too.
  expect(await send({}, { asn: 24940 }, {})).toBeNull();
  const many = Array.from({ length: 31 }, () => pageView());
  expect(await send({ events: many }, { asn: 3320 })).toBe('impossible speed');
});

test('events as shops write them are taken as the contract has them', async () => {
  const { received, bindings } = recording();
  const purchase = { ...pageView(), name: 'purchase', transaction_id: 10042, currency: 'gbp', value: null };
  const events = [{ ...purchase, items: [{ item_name: 'Pot', quantity: '2', price: '19.90' }] }];
  const response = await post(JSON.stringify(batch({ events })), {}, bindings);
  expect(await response.json()).toEqual({ accepted: 1, rejected: [] });
  expect(received[0]?.events[0]).toMatchObject({
    transaction_id: '10042',
    currency: 'GBP',
    items: [{ item_id: 'Pot', quantity: 2 }],
  });
});

async function allButGifts({ key }: { readonly key: string }) {
  return { success: key !== 'gifts' };
}

const toldBySandbox = (url: string) =>
  post(JSON.stringify(batch({ events: [pageView(), pageView({ url })] })), { origin: 'null' });

test('a sandbox, which has no origin, may tell of the store’s own pages and of no others', async () => {
  expect((await toldBySandbox(`${SHOP}/checkout`)).status).toBe(202);
  for (const url of ['https://evil.example/', 'https://gifts.example.evil.example/', 'nonsense', 'null']) {
    expect((await toldBySandbox(url)).status).toBe(403);
  }
});

test('a limiter that is down loses nobody’s events', async () => {
  const bindings = { ...recording().bindings, COLLECT_LIMIT: { limit: failing } };
  expect((await post(JSON.stringify(batch()), {}, bindings)).status).toBe(202);
});

test('503 with Retry-After: the store’s object cannot take it; nothing about the visitor is logged', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  const bindings = { ...env, STORE_STATS: { getByName: () => ({ appendText: failing }) } } as unknown as Env;
  const headers = { 'cf-connecting-ip': '192.0.2.7', 'user-agent': 'Somebody/1.0' };
  const response = await post(JSON.stringify(batch()), headers, bindings);
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('10');
  expect(response.headers.get('access-control-allow-origin')).toBe(SHOP);
  expect(await codeOf(response)).toBe('store_unavailable');
  expect(logged).toHaveBeenCalledOnce();
  expect(String(logged.mock.lastCall)).not.toMatch(/192\.0\.2\.7|Somebody/);
});

test('a preflight is answered for senders of application/json', async () => {
  const response = await api.fetch(
    new Request(`${APP}/api/event`, { method: 'OPTIONS', headers: { origin: SHOP } }),
    env,
  );
  expect(response.status).toBe(204);
  expect(response.headers.get('access-control-allow-origin')).toBe(SHOP);
  expect(response.headers.get('access-control-allow-headers')).toBe('content-type');
});
