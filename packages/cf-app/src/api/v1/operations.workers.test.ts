import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { ADMINISTRATOR, ask, MERCHANT, NOW, openStores } from './testing/api-under-test.ts';

beforeEach(openStores);

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const visitor = { ip: '192.0.2.1', userAgent: FIREFOX, country: 'GB' };

/** One order from London, `days` before now. */
function purchase(order: string, campaign = 'spring', days = 0) {
  const at = NOW - days * 86_400_000;
  const url = `https://gifts.example/?utm_campaign=${encodeURIComponent(campaign)}`;
  return {
    v: 1,
    store: 'gifts',
    batch: crypto.randomUUID(),
    sent: at,
    events: [
      { name: 'page_view', at, url },
      {
        name: 'purchase',
        at,
        url,
        transaction_id: order,
        currency: 'GBP',
        value: 12.5,
        items: [{ item_id: 'mug', price: 12.5 }],
      },
    ],
    visitor,
  };
}

async function json(response: Response | Promise<Response>): Promise<unknown> {
  return (await response).json();
}

test('who am I: the principal, what it sees and what it may do', async () => {
  expect(await json(ask('GET', '/me', { as: MERCHANT }))).toEqual({
    principal: { kind: 'user', id: 'user_01MERCHANT' },
    via: 'bearer',
    organization: null,
    stores: ['gifts'],
    permissions: ['stats:read', 'stats:export'],
    degraded: false,
  });
});

test('the administrators’ account is for administrators only', async () => {
  expect((await ask('GET', '/admin/me', { as: MERCHANT })).status).toBe(403);
  expect((await ask('GET', '/admin/me')).status).toBe(200);
});

describe('stores', () => {
  test('are those that may be seen', async () => {
    const gifts = { slug: 'gifts', name: 'Gifts', timeZone: 'Europe/London', currency: 'GBP' };
    expect(await json(ask('GET', '/stores', { as: MERCHANT }))).toEqual({ stores: [gifts], next: null });
  });

  test('come a page at a time, each once', async () => {
    const first = await ask('GET', '/stores?limit=1');
    const page = await first.json<{ stores: object[]; next: string }>();
    expect(page.stores).toMatchObject([{ slug: 'books' }]);
    expect(first.headers.get('link')).toBe(`</api/v1/stores?limit=1&cursor=${page.next}>; rel="next"`);
    expect(await json(ask('GET', `/stores?limit=1&cursor=${page.next}`))).toMatchObject({
      stores: [{ slug: 'gifts' }],
      next: null,
    });
  });
});

describe('events of a server', () => {
  test('count for the visitor that they name', async () => {
    const taken = await ask('POST', '/events', { body: purchase('o-1') });
    expect([taken.status, await taken.json()]).toEqual([202, { accepted: 2, rejected: [] }]);
    const body = { metrics: ['orders', 'net_sales', 'sessions'], range: 'today', dimensions: ['country'] };
    expect(await json(ask('POST', '/stores/gifts/stats', { body }))).toMatchObject({
      rows: [
        { dimensions: ['GB'], label: 'United Kingdom', metrics: { orders: 1, net_sales: 1250, sessions: 1 } },
      ],
    });
  });

  test('the same batch again has no second effect', async () => {
    const body = purchase('o-2');
    const asked = { metrics: ['events'], range: 'today' };
    await ask('POST', '/events', { body });
    const before = await json(ask('POST', '/stores/gifts/stats', { body: asked }));
    expect(await json(ask('POST', '/events', { body }))).toEqual({ accepted: 2, rejected: [] });
    const after = await json(ask('POST', '/stores/gifts/stats', { body: asked }));
    expect(after).toMatchObject({ totals: (before as { totals: object }).totals });
  });

  test('a bad one is listed and takes no other along', async () => {
    const { events, ...batch } = purchase('o-3');
    const body = { ...batch, events: [...events, { name: 'Not A Name' }] };
    expect(await json(ask('POST', '/events', { body }))).toMatchObject({
      accepted: 2,
      rejected: [{ index: 2, code: 'event_invalid' }],
    });
  });
});

describe('figures by an address', () => {
  const CLOSED = '/stores/gifts/stats?metrics=orders&range=2026-10-01..2026-10-31&compare=previous';

  test('say the same as the question in a body', async () => {
    const filters = [{ dimension: 'country', op: 'is', values: ['GB'] }];
    const body = {
      metrics: ['sessions', 'orders'],
      range: '7d',
      interval: 'day',
      dimensions: ['campaign'],
      filters,
      orderBy: { metric: 'orders', direction: 'desc' },
      limit: 5,
      offset: 1,
      bots: true,
    };
    const parameters = new URLSearchParams({
      metrics: 'sessions,orders',
      range: '7d',
      interval: 'day',
      dimension: 'campaign',
      filters: JSON.stringify(filters),
      orderBy: '-orders',
      limit: '5',
      offset: '1',
      bots: 'true',
    });
    const byBody = await json(ask('POST', '/stores/gifts/stats', { body }));
    const byAddress = await json(ask('GET', `/stores/gifts/stats?${parameters}`));
    const { query, rows, series } = byBody as Record<string, unknown>;
    expect(byAddress).toMatchObject({ query, rows, series });
  });

  test('over days that are over have an ETag that saves sending them again', async () => {
    const first = await ask('GET', CLOSED);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"[0-9a-f]+"$/);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const headers = { 'if-none-match': `"other", ${etag}` };
    const again = await ask('GET', CLOSED, { headers, now: NOW + 5000 });
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
  });

  test('the ETag changes with the figures', async () => {
    const before = await ask('GET', '/stores/gifts/stats?metrics=events&range=yesterday');
    await ask('POST', '/events', { body: purchase('o-late', 'late', 1), now: NOW - 86_400_000 });
    const headers = { 'if-none-match': before.headers.get('etag') ?? '' };
    expect((await ask('GET', '/stores/gifts/stats?metrics=events&range=yesterday', { headers })).status).toBe(
      200,
    );
  });

  test.each([
    ['range=today', NOW],
    // 23:30 on Friday in London and already Saturday further east.
    ['range=2026-11-20..2026-11-20', Date.UTC(2026, 10, 20, 23, 30)],
    ['range=2026-11-01..2026-11-02&compare=2026-11-20..2026-11-21', NOW],
  ])('%s is not over and has none', async (range, now) => {
    const response = await ask('GET', `/stores/gifts/stats?metrics=orders&${range}`, { now });
    expect(response.headers.get('etag')).toBeNull();
  });
});

describe('a table', () => {
  test('as CSV: a row per value, quoted, with nothing that a spreadsheet would run', async () => {
    await ask('POST', '/events', {
      body: {
        ...purchase('o-4', '=HYPERLINK("https://evil.example")'),
        visitor: { ...visitor, ip: '192.0.2.4' },
      },
    });
    const response = await ask(
      'GET',
      '/stores/gifts/export?metrics=orders,net_sales&range=today&dimension=campaign&orderBy=net_sales',
      { as: MERCHANT },
    );
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="gifts_2026-11-21_2026-11-21.csv"',
    );
    const [header, ...lines] = (await response.text()).split('\r\n');
    expect(header).toBe('campaign,label,orders,net_sales');
    expect(lines).toContain('"\'=HYPERLINK(""https://evil.example"")",,1,1250');
  });

  test('as NDJSON: an object per interval', async () => {
    const path =
      '/stores/gifts/export?format=ndjson&metrics=orders&range=2026-10-30..2026-10-31&interval=day';
    const lines = (await (await ask('GET', path)).text()).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { day: '2026-10-30', at: '2026-10-30T00:00:00.000Z', orders: 0 },
      { day: '2026-10-31', at: '2026-10-31T00:00:00.000Z', orders: 0 },
    ]);
  });

  test('goes on for as many pages as there are', async () => {
    for (let batch = 0; batch < 24; batch += 1) {
      const { events, ...rest } = purchase('none');
      const views = Array.from({ length: 50 }, (_, index) => ({
        ...events[0],
        url: `https://gifts.example/page-${batch * 50 + index}`,
      }));
      await ask('POST', '/events', { body: { ...rest, events: views } });
    }
    const response = await ask('GET', '/stores/gifts/export?metrics=page_views&range=today&dimension=page');
    const pages = (await response.text()).split('\r\n').filter((line) => line.startsWith('/page-'));
    expect(new Set(pages).size).toBe(1200);
  });

  test('has one kind of row', async () => {
    const path = '/stores/gifts/export?metrics=orders&range=7d&interval=day&dimension=campaign';
    expect(await json(ask('GET', path))).toMatchObject({
      code: 'fields_invalid',
      errors: [{ field: 'interval' }],
    });
  });

  test('is for whoever may export', async () => {
    const as = { ...MERCHANT, permissions: new Set(['stats:read'] as const) };
    expect((await ask('GET', '/stores/gifts/export?metrics=orders&range=7d', { as })).status).toBe(403);
  });
});

describe('access', () => {
  beforeEach(async () => {
    await env.LAYERKICK_KV.delete('user-store:user_01M');
    await env.DB.exec('DELETE FROM audit_log; DELETE FROM idempotent_request');
  });

  test('is granted, shown and taken away, and the log says by whom', async () => {
    const body = { stores: ['gifts', 'books'] };
    await ask('PUT', '/access/user_01M', { body });
    expect(await json(ask('GET', '/access/user_01M'))).toEqual({
      user: 'user_01M',
      stores: ['books', 'gifts'],
      readable: true,
    });
    expect(await json(ask('DELETE', '/access/user_01M?stores=gifts'))).toMatchObject({ stores: ['books'] });
    expect(await json(ask('DELETE', '/access/user_01M'))).toMatchObject({ stores: [] });
    const { results } = await env.DB.prepare(
      `SELECT actor, action FROM audit_log WHERE target = 'user:user_01M'`,
    ).all();
    expect(results).toEqual(
      ['access.grant', 'access.revoke', 'access.revoke'].map((action) => ({ actor: 'user_01ADMIN', action })),
    );
  });

  test('to a store that does not exist is refused by name', async () => {
    expect(await json(ask('PUT', '/access/user_01M', { body: { stores: ['gift'] } }))).toMatchObject({
      status: 422,
      code: 'stores_unknown',
      title: 'There is no store gift',
    });
  });

  test('is nothing a merchant can change', async () => {
    const response = await ask('PUT', '/access/user_01MERCHANT', {
      as: MERCHANT,
      body: { stores: ['books'] },
    });
    expect(response.status).toBe(403);
  });
});

const unreachable = { get: () => Promise.reject(new Error('KV is down')) };

function changes(): Promise<unknown> {
  return env.DB.prepare(`SELECT count(*) AS n FROM audit_log WHERE target = 'user:user_01K'`).first('n');
}

describe('Idempotency-Key', () => {
  const headers = { 'idempotency-key': 'grant-1' };
  const body = { stores: ['gifts'] };
  beforeEach(async () => {
    await env.DB.exec('DELETE FROM audit_log; DELETE FROM idempotent_request');
  });

  test('the same request again: the same answer, done once', async () => {
    const first = await ask('PUT', '/access/user_01K', { body, headers });
    const again = await ask('PUT', '/access/user_01K', { body, headers });
    expect(await again.json()).toEqual(await first.json());
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(await changes()).toBe(1);
  });

  test('another request with the same key is refused', async () => {
    await ask('PUT', '/access/user_01K', { body, headers });
    const other = await ask('PUT', '/access/user_01K', { body: { stores: ['books'] }, headers });
    expect(await json(other)).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
  });

  test('of 5 at a time one does it', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => ask('PUT', '/access/user_01K', { body, headers })),
    );
    expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([]);
    expect(await changes()).toBe(1);
  });

  test('keys of somebody else mean nothing', async () => {
    await ask('PUT', '/access/user_01K', { body, headers });
    const as = { ...ADMINISTRATOR, principal: { kind: 'user', id: 'user_01OTHER' } } as const;
    const other = await ask('PUT', '/access/user_01K', { as, body: { stores: ['books'] }, headers });
    expect(other.status).toBe(200);
  });

  test('what failed for reasons of ours may come again', async () => {
    const bindings = { LAYERKICK_KV: unreachable as unknown as KVNamespace };
    expect((await ask('PUT', '/access/user_01K', { body, headers, bindings })).status).toBe(503);
    expect((await ask('PUT', '/access/user_01K', { body, headers })).status).toBe(200);
  });

  test('a day later the key is new', async () => {
    await ask('PUT', '/access/user_01K', { body, headers });
    const later = { now: NOW + 86_400_001 };
    const other = await ask('PUT', '/access/user_01K', { body: { stores: ['books'] }, headers, ...later });
    expect(other.status).toBe(200);
  });

  test.each(['', 'a b', 'k'.repeat(201)])('%j is no key', async (key) => {
    const response = await ask('PUT', '/access/user_01K', { body, headers: { 'idempotency-key': key } });
    expect(response.status).toBe(400);
  });
});

test('why net sales changed is told by every dimension, and adds up', async () => {
  await ask('POST', '/events', { body: purchase('o-4') });
  const filters = [{ dimension: 'country', op: 'is', values: ['GB'] }];
  const why = await ask('POST', '/stores/gifts/change', { body: { range: 'today', filters } });
  const told = await why.json<{ change: number; factors: { effect: number; parts: object }[] }>();
  const asked = { metrics: ['net_sales'], range: 'today', compare: 'previous', filters };
  const { totals, totalsBefore } = (await json(
    ask('POST', '/stores/gifts/stats', { body: asked }),
  )) as Record<string, { net_sales: number }>;
  expect(told.change).toBe((totals?.net_sales ?? 0) - (totalsBefore?.net_sales ?? 0));
  expect(told.factors.reduce((sum, { effect }) => sum + effect, 0)).toBe(told.change);
  expect(Object.keys(told.factors.at(-1)?.parts ?? {})).toEqual(['channel', 'product', 'country', 'device']);
});

function step(name: string) {
  return { dimension: 'event', values: [name] };
}

describe('what shoppers do', () => {
  test('how many sessions go through some steps', async () => {
    await ask('POST', '/events', {
      body: { ...purchase('o-5', 'funnel'), visitor: { ...visitor, ip: '192.0.2.5' } },
    });
    const filters = [{ dimension: 'campaign', op: 'is', values: ['funnel'] }];
    const body = { range: 'today', steps: [step('page_view'), step('purchase'), step('refund')], filters };
    expect(await json(ask('POST', '/stores/gifts/funnel', { as: MERCHANT, body }))).toMatchObject({
      query: { range: { from: '2026-11-21', to: '2026-11-21' }, timeZone: 'Europe/London' },
      sessions: 1,
      steps: [{ sessions: 1 }, { sessions: 1 }, { sessions: 0 }],
    });
  });

  test('how often customers come back', async () => {
    const body = { range: { from: '2026-01-01', to: '2026-11-21' } };
    expect(await json(ask('POST', '/stores/gifts/cohorts', { as: MERCHANT, body }))).toMatchObject({
      query: { currency: 'GBP' },
      cohorts: [],
    });
  });

  test('orders one by one: found, in an order, and as a table whose amounts are the figures', async () => {
    for (const [order, hours] of [
      ['o-7', 1],
      ['o-8', 0],
    ] as const)
      await ask('POST', '/events', {
        body: { ...purchase(order, 'rows', hours / 24), visitor: { ...visitor, ip: '192.0.2.7' } },
        now: NOW - hours * 3_600_000,
      });
    const filters = [{ dimension: 'campaign', op: 'is', values: ['rows'] }];
    const orderBy = { field: 'at', direction: 'asc' };
    const body = { range: 'today', filters, find: 'MUG', orderBy, limit: 1 };
    expect(await json(ask('POST', '/stores/gifts/bookings', { as: MERCHANT, body }))).toMatchObject({
      query: { range: { from: '2026-11-21', to: '2026-11-21' }, kind: 'all', find: 'MUG' },
      count: 2,
      bookings: [{ order: 'o-7', isOrder: true, gross: 1250, country: 'GB', products: [{ product: 'mug' }] }],
    });
    const search = new URLSearchParams({ range: 'today', filters: JSON.stringify(filters) });
    const table = await ask('GET', `/stores/gifts/bookings/export?${search}`, { as: MERCHANT });
    expect(table.headers.get('content-disposition')).toContain('gifts_orders_2026-11-21_2026-11-21.csv');
    const [header = '', ...lines] = (await table.text()).trim().split('\r\n');
    const net = header.split(',').indexOf('net');
    expect(lines.map((line) => [line.split(',')[1], Number(line.split(',')[net])])).toEqual([
      ['o-8', 1250],
      ['o-7', 1250],
    ]);
    const as = { ...MERCHANT, permissions: new Set(['stats:read'] as const) };
    expect((await ask('GET', `/stores/gifts/bookings/export?${search}`, { as })).status).toBe(403);
  });

  test('who is in the shop', async () => {
    await ask('POST', '/events', { body: { ...purchase('o-6'), visitor: { ...visitor, ip: '192.0.2.6' } } });
    const live = await json(ask('GET', '/stores/gifts/realtime?limit=1', { as: MERCHANT }));
    expect(live).toMatchObject({ query: { bots: false, limit: 1 }, pages: [{ page: '/' }] });
    const { minutes } = live as { minutes: { at: number; visitors: number }[] };
    expect(minutes).toHaveLength(30);
    expect(minutes.at(-1)?.visitors).toBeGreaterThan(0);
  });

  test.each([
    ['POST', 'funnel', { range: '7d', steps: [step('purchase')] }, 'steps'],
    [
      'POST',
      'funnel',
      { range: '7d', steps: [step('a'), { dimension: 'mood', values: ['a'] }] },
      'steps[1].dimension',
    ],
    ['POST', 'cohorts', { range: 'ever' }, 'range'],
    ['POST', 'cohorts', { range: '7d', compare: 'previous' }, 'compare'],
    ['POST', 'bookings', { range: '7d', orderBy: { field: 'mood', direction: 'asc' } }, 'orderBy.field'],
    ['GET', 'bookings/export?range=2026-02-30..2026-03-01', undefined, 'range'],
    ['GET', 'realtime?limit=101', undefined, 'limit'],
    ['GET', 'realtime?bots=maybe', undefined, 'bots'],
  ])('%s %s is told which field is wrong: %j', async (method, path, body, field) => {
    const refused = await ask(method, `/stores/gifts/${path}`, { body });
    expect(refused.status).toBe(400);
    expect(JSON.stringify(await refused.json())).toContain(field);
  });
});
