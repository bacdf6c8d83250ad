import { createHmac } from 'node:crypto';
import { API_KEY } from '@layerkick/workos-local/accounts';
import type { Operation } from '@layerkick/client/operation';
import { OPERATIONS } from '@layerkick/client/operations';
import { env, exports } from 'cloudflare:workers';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type Tool, TOOLS } from '#/api/mcp/tools.ts';
import { localWorkOS } from '#/features/admin/operator-under-test.ts';
import { connectSource } from '#/features/sources/sources.server.ts';
import { createStore } from '#/features/stores/registry.server.ts';
import { newStore } from '#/features/stores/store.schema.ts';
import { guardOf, MOUNTED } from '../declared/mounted.ts';
import { answeredDifferently, attemptsOf, type Names, ownIn, undecided } from './attempts.ts';
import { keptOf } from './kept-of.ts';
import { OPERATION_INPUTS } from './operation-inputs.ts';
import { TOOL_INPUTS } from './tool-inputs.ts';

/**
 * The owner of Acme names, wherever an endpoint lets anything be named, what belongs to another organization: the answer
 * is the one for what is nowhere, and nothing of theirs is different afterwards.
 */
const cursorAt = (name: string) => btoa(JSON.stringify([name, name])).replaceAll('=', '');
const NAMES: Names = {
  store: { own: 'acme-shop', theirs: 'them-shop', nobodys: 'none-shop' },
  person: { own: 'user_01LKMERCHANT', theirs: 'user_01LKOUTSIDER', nobodys: 'user_01LKINVENTED' },
  organization: { own: 'org_acme', theirs: 'org_other', nobodys: 'org_ether' },
  organizationSlug: { own: 'acme', theirs: 'other', nobodys: 'ether' },
  batch: {
    own: '11111111-1111-4111-8111-111111111111',
    theirs: '22222222-2222-4222-8222-222222222222',
    nobodys: '33333333-3333-4333-8333-333333333333',
  },
  request: { own: 'own-request', theirs: 'their-order', nobodys: 'nobody-sent' },
  cursor: { own: cursorAt('acme-shop'), theirs: cursorAt('them-shop'), nobodys: cursorAt('none-shop') },
};
/** What stands in a path where something is named. */
const FIELDS: Readonly<Record<string, string>> = {
  slug: '$store',
  user: '$person',
  organization: '$organization',
  platform: 'shopify',
};

/** Where something is named beside operations and tools. A shop's page tells everybody its slug, so the collector may. */
const ELSEWHERE = MOUNTED.filter(({ path }) => path.includes('/:') && guardOf(path) !== 'operation');

let workos: ReturnType<typeof localWorkOS>;
let cookie: string;
let key: string;
let theirKey: string;

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  workos = localWorkOS();
  await workos.compare();
  cookie = await workos.cookieOf('merchant@fmdf.test');
  key = await keyOf('org_acme');
  const change = { actor: 'operator', requestId: 'test', at: 0 };
  for (const [slug, organization] of [
    ['acme-shop', 'org_acme'],
    ['them-shop', 'org_other'],
  ] as const) {
    const store = newStore.parse({ slug, name: slug, timeZone: 'Europe/London', currency: 'GBP' });
    // oxlint-disable-next-line no-await-in-loop -- one database
    await createStore(env.DB, store, change);
    // oxlint-disable-next-line no-await-in-loop -- the same
    await connectSource(env.DB, slug, { platform: 'shopify', secret: `secret-of-${slug}` }, change);
    // oxlint-disable-next-line no-await-in-loop -- the same
    await env.DB.prepare('INSERT INTO organization_store VALUES (?, ?)').bind(organization, slug).run();
  }
  await env.DB.exec(`INSERT INTO organization_slug VALUES ('org_acme', 'acme'), ('org_other', 'other')`);
  await env.LAYERKICK_KV.put('user-store:user_01LKOUTSIDER', '["them-shop"]');
  theirKey = await keyOf('org_other');
  const theirs = { Authorization: `Bearer ${theirKey}`, 'Idempotency-Key': 'their-order' };
  const batch = { ...OPERATION_INPUTS.collectEvents.body, store: 'them-shop', batch: NAMES['batch']?.theirs };
  const told = await ask('POST', '/api/v1/events', { headers: theirs, body: batch });
  expect(told.status).toBe(202);
});
afterAll(() => {
  workos.restore();
  vi.restoreAllMocks();
});

async function keyOf(organization: string): Promise<string> {
  const permissions = ['stats:read', 'stats:export', 'events:write'];
  const made = await fetch(`https://workos.test/organizations/${organization}/api_keys`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${API_KEY}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'Warehouse', permissions }),
  });
  return z.object({ value: z.string() }).parse(await made.json()).value;
}

interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

function ask(method: string, path: string, { headers = {}, body }: Sent = {}): Promise<Response> {
  const text = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body);
  return exports.default.fetch(new Request(env.APP_ORIGIN + path, { method, headers, body: text }));
}

const { request: _request, ...LASTING } = NAMES;

async function everythingOfTheirs(): Promise<object> {
  const { events, orders, pendingBatches } = await env.STORE_STATS.getByName('them-shop').status();
  const theirs = Object.values(LASTING).map((each) => each.theirs);
  // A batch of one event waits, or is counted.
  return { ...(await keptOf(theirs, env)), events: events + pendingBatches, orders };
}

type Send = (filled: unknown) => Promise<Response>;

const ORDER = '{"id":1}';

/** A delivery as our own shop signs it. */
function signedByUs(body: string): Record<string, string> {
  const signature = createHmac('sha256', 'secret-of-acme-shop').update(body).digest('base64');
  return {
    'X-Shopify-Hmac-Sha256': signature,
    'X-Shopify-Topic': 'orders/create',
    'X-Shopify-Webhook-Id': 'a',
  };
}

/** As the owner's pages ask, and as a program with a key that may do all that keys may. */
const CREDENTIALS = {
  session: () => ({ Cookie: cookie, Origin: env.APP_ORIGIN }),
  key: () => ({ Authorization: `Bearer ${key}` }),
} as const;
type Credential = keyof typeof CREDENTIALS;

const operationInput = z.object({
  params: z.record(z.string(), z.string()).default({}),
  query: z.record(z.string(), z.string()).default({}),
  body: z.record(z.string(), z.unknown()).optional(),
  headers: z.record(z.string(), z.string()).default({}),
});

function sendTo(operation: Operation, credential: Credential): Send {
  return (filled) => {
    const { params, query, body, headers } = operationInput.parse(filled);
    const path = operation.path.replaceAll(/\{(\w+)\}/g, (_field, name: string) => params[name] ?? '');
    const sent = { headers: { ...CREDENTIALS[credential](), ...headers }, body };
    return ask(operation.method, `/api/v1${path}?${new URLSearchParams(query)}`, sent);
  };
}

test('of every field it is said whose things it can name', () => {
  const ofOperations = Object.entries<Operation>(OPERATIONS).flatMap(([id, operation]) =>
    (['params', 'query', 'body'] as const).flatMap((part) => {
      const schema = operation[part];
      const declared = schema === undefined ? [] : Object.keys((schema as z.ZodObject).shape);
      const given: object = Reflect.get(OPERATION_INPUTS, id) ?? {};
      return undecided(`${id}: ${part}`, Reflect.get(given, part) ?? {}, declared);
    }),
  );
  const ofTools = Object.entries<Tool>(TOOLS).flatMap(([name, { inputSchema }]) =>
    undecided(name, Reflect.get(TOOL_INPUTS, name) ?? {}, Object.keys(inputSchema.shape)),
  );
  expect([...ofOperations, ...ofTools]).toEqual([]);
});

describe('what is another’s is as if it were nowhere', () => {
  let before: object;
  beforeAll(async () => {
    before = await everythingOfTheirs();
  });
  afterAll(async () => {
    expect(await everythingOfTheirs()).toEqual(before);
  });

  describe.each(Object.entries<Operation>(OPERATIONS))('operation %s', (id, operation) => {
    const given: object = Reflect.get(OPERATION_INPUTS, id);

    test.each(['session', 'key'] as const)('with a %s', async (credential) => {
      const send = sendTo(operation, credential);
      const own = Object(ownIn({ ...given }, NAMES));
      const named = [
        { 'X-Organization': '$organization' },
        { 'X-Organization': '$organizationSlug' },
        ...(operation.write ? [{ 'Idempotency-Key': '$request' }] : []),
      ].flatMap((headers) => attemptsOf({ ...own, headers }, NAMES));
      expect(await answeredDifferently([...attemptsOf({ ...given }, NAMES), ...named], send)).toEqual([]);
      const answer = await send(own);
      expect(answer.status).toBe(operation.permission === 'admin' ? 403 : operation.answer.status);
      await answer.arrayBuffer();
    });
  });

  test.each(Object.keys(TOOLS))('tool %s', async (name) => {
    const given: object = Reflect.get(TOOL_INPUTS, name);
    const call: Send = (filled) => {
      const { input } = z.object({ input: z.unknown() }).parse(filled);
      const headers = { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' };
      const body = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: input } };
      return ask('POST', '/mcp', { headers: { ...CREDENTIALS.key(), ...headers }, body });
    };
    expect(await answeredDifferently(attemptsOf({ input: given }, NAMES), call)).toEqual([]);
    expect(await (await call(ownIn({ input: given }, NAMES))).text()).not.toContain('"isError":true');
  });

  test.each(ELSEWHERE)('$method $path', async ({ method, path }) => {
    const fields = [...path.matchAll(/:(\w+)/g)].map(([, field = '']) => field);
    const params = Object.fromEntries(fields.map((field) => [field, FIELDS[field]]));
    expect(Object.values(params), 'FIELDS says what each field names').not.toContain(undefined);
    const body = method === 'GET' || method === 'DELETE' ? undefined : ORDER;
    const at = (filled: unknown) =>
      path.replaceAll(/:(\w+)/g, (_whole, field: string) => operationInput.parse(filled).params[field] ?? '');
    for (const credential of Object.values(CREDENTIALS)) {
      const headers = { ...credential(), Upgrade: 'websocket', ...(body && signedByUs(body)) };
      const send: Send = (filled) => ask(method, at(filled), { headers, body });
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as somebody asks
      expect(await answeredDifferently(attemptsOf({ params }, NAMES), send)).toEqual([]);
    }
  });
});
