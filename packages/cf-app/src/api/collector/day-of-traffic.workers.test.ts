import { createHmac } from 'node:crypto';
import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connectSource } from '../../features/sources/sources.server.ts';
import { createStore } from '../../features/stores/registry.server.ts';
import { newStore } from '../../features/stores/store.schema.ts';

const APP = 'http://localhost:3051';
const SHOP = 'https://private.example';
const VISITORS = 120;
const HOUR_MS = 3_600_000;
const SECRET = 'a-secret-of-the-platform';

/** Everybody's own address and browser; some come by IPv6, some are robots. */
const addressOf = (visitor: number) =>
  visitor % 3 === 0 ? `2001:db8:77:88::${visitor.toString(16)}` : `198.51.100.${visitor}`;
const agentOf = (visitor: number) =>
  visitor % 10 === 0
    ? `SomeBot/7.77.${visitor} (+https://bot.example)`
    : `Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.77.${visitor}`;

const logged: string[] = [];

beforeEach(async () => {
  logged.length = 0;
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation(
      (...words: unknown[]) => void logged.push(words.map(String).join(' ')),
    );
  }
  const settings = {
    slug: 'private',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    domains: ['private.example'],
  };
  const change = { actor: 'operator', requestId: 'test', at: 0 };
  await createStore(env.DB, newStore.parse(settings), change);
  await connectSource(env.DB, 'private', { platform: 'shopify', secret: SECRET }, change);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function send(visitor: number, body: unknown): Promise<Response> {
  return exports.default.fetch(`${APP}/api/event`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { origin: SHOP, 'cf-connecting-ip': addressOf(visitor), 'user-agent': agentOf(visitor) },
  });
}

function batch(visitor: number): object {
  const at = Date.now();
  const url = `${SHOP}/p/${visitor % 7}`;
  const events = [
    { name: 'page_view', at, url, referrer: 'https://www.google.com/' },
    { name: 'add_to_cart', at, url, items: [{ item_id: 'pot', price: 10 }] },
    { name: 'purchase', at, url, transaction_id: String(9000 + visitor), value: 10 },
  ];
  return { v: 1, store: 'private', batch: crypto.randomUUID(), sent: at, events };
}

function orderBy(visitor: number): Promise<Response> {
  const now = new Date().toISOString();
  const body = JSON.stringify({
    id: 9000 + visitor,
    created_at: now,
    updated_at: now,
    currency: 'EUR',
    browser_ip: addressOf(visitor),
    client_details: { browser_ip: addressOf(visitor), user_agent: agentOf(visitor) },
    line_items: [{ id: 1, product_id: 7, title: 'Pot', quantity: 1, price: '10.00', tax_lines: [] }],
    shipping_lines: [],
    refunds: [],
  });
  return exports.default.fetch(`${APP}/api/webhooks/shopify/private`, {
    method: 'POST',
    body,
    headers: {
      'x-shopify-hmac-sha256': createHmac('sha256', SECRET).update(body).digest('base64'),
      'x-shopify-topic': 'orders/create',
      'x-shopify-webhook-id': `delivery-${visitor}`,
      'cf-connecting-ip': addressOf(visitor),
      'user-agent': agentOf(visitor),
    },
  });
}

test('after a day of traffic no address and no user agent is in any storage or log', async () => {
  const start = Date.now() - 30 * HOUR_MS;
  for (let visitor = 1; visitor <= VISITORS; visitor += 1) {
    vi.useFakeTimers({ toFake: ['Date'], now: start + (visitor * 24 * HOUR_MS) / VISITORS });
    // oxlint-disable-next-line no-await-in-loop -- one after another, as a day goes
    expect((await send(visitor, batch(visitor))).status).toBe(202);
    // oxlint-disable-next-line no-await-in-loop
    if (visitor % 4 === 0) expect((await orderBy(visitor)).status).toBe(200);
    // What is refused is told, too.
    // oxlint-disable-next-line no-await-in-loop
    if (visitor % 30 === 0)
      await send(visitor, visitor % 60 === 0 ? '{' : { ...batch(visitor), store: 'none' });
  }
  vi.useRealTimers();
  const object = env.STORE_STATS.getByName('private');
  await runDurableObjectAlarm(object);
  await runDurableObjectAlarm(object);
  expect(await object.status()).toMatchObject({ events: VISITORS * 3, pendingBatches: 0 });

  const stored = [
    ...(await runInDurableObject(object, (_, { storage }) =>
      contentsOf((sql) => [...storage.sql.exec(sql)]),
    )),
    ...(await directory()),
    ...(await values()),
    ...(await archive()),
  ];
  const texts = [...(await Promise.all(stored.map(textsOf))).flat(), ...logged];
  const all = texts.join('\n');
  // This way of looking finds what is there.
  for (const there of ['page_view', '/p/3', 'Firefox', 'user agent: bot', '9004']) {
    expect(all.includes(there), there).toBe(true);
  }
  expect((await archive()).length).toBeGreaterThan(0);
  for (let visitor = 1; visitor <= VISITORS; visitor += 1) {
    expect(all.includes(addressOf(visitor)), addressOf(visitor)).toBe(false);
    expect(all.includes(agentOf(visitor)), agentOf(visitor)).toBe(false);
  }
  expect(/198\.51\.100\.|2001:db8:77|144\.77\.|bot\/7\.77/i.exec(all)).toBeNull();
});

type Stored = string | Uint8Array;
type Row = Readonly<Record<string, unknown>>;

/** Every cell of every table. */
function contentsOf(exec: (sql: string) => readonly Row[]): Stored[] {
  const tables = exec(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'`,
  );
  return tables.flatMap(({ name }) =>
    exec(`SELECT * FROM "${String(name)}"`).flatMap((row) => Object.values(row).map(cell)),
  );
}

function cell(value: unknown): Stored {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  return value instanceof Uint8Array ? value : String(value);
}

async function directory(): Promise<Stored[]> {
  const { results: tables } = await env.DB.prepare(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'`,
  ).all<{ name: string }>();
  const rows = await Promise.all(
    tables.map(({ name }) => env.DB.prepare(`SELECT * FROM "${name}"`).all<Row>()),
  );
  return rows.flatMap(({ results }) =>
    results.flatMap((row) => Object.values(row).map((value) => String(value))),
  );
}

async function values(): Promise<Stored[]> {
  const { keys } = await env.LAYERKICK_KV.list();
  return (
    await Promise.all(keys.map(async ({ name }) => [name, (await env.LAYERKICK_KV.get(name)) ?? '']))
  ).flat();
}

async function archive(): Promise<Stored[]> {
  const { objects } = await env.ARCHIVE.list({ prefix: 'private/' });
  const contents = objects.map(async ({ key }) => {
    const object = await env.ARCHIVE.get(key);
    return object ? new Uint8Array(await object.arrayBuffer()) : new Uint8Array();
  });
  return Promise.all(contents);
}

/** What is stored as text, and what it holds where it is compressed. */
async function textsOf(stored: Stored): Promise<string[]> {
  if (typeof stored === 'string') return [stored];
  const raw = new TextDecoder('latin1').decode(stored);
  return [raw, ...(await Promise.all(membersOf(stored).map(unzipped)))];
}

/** Where a gzip member may begin. */
function membersOf(bytes: Uint8Array): Uint8Array[] {
  const starts = [...bytes.keys()].filter(
    (at) => bytes[at] === 0x1f && bytes[at + 1] === 0x8b && bytes[at + 2] === 8,
  );
  return starts.map((from, place) => bytes.slice(from, starts[place + 1]));
}

async function unzipped(bytes: Uint8Array): Promise<string> {
  try {
    return await new Response(
      new Response(new Uint8Array(bytes)).body?.pipeThrough(new DecompressionStream('gzip')),
    ).text();
  } catch {
    // Bytes that only look like the beginning of one.
    return '';
  }
}
