import { env } from 'cloudflare:workers';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { v1 } from '#/api/v1/mounted.ts';
import { answerRequest } from '#/lib/answer-request.server.ts';
import { identityOf } from './identity.server.ts';

/**
 * A session that was found good a moment ago is not opened and checked again. Everything that can take somebody's access
 * away is asked all the same, on every request, which then is the last that they are let in with.
 */
const { privateKey, publicKey } = await generateKeyPair('RS256');
const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'key', alg: 'RS256' }] };
const workos = vi.spyOn(globalThis, 'fetch');
const apiKey = {
  object: 'api_key',
  id: 'api_key_1',
  owner: { type: 'organization', id: 'org_own' },
  name: 'Warehouse',
  obfuscated_value: 'sk_…',
  permissions: ['stats:read'],
  last_used_at: null,
  created_at: '2026-11-21T09:00:00Z',
  updated_at: '2026-11-21T09:00:00Z',
};
beforeAll(
  () =>
    void workos.mockImplementation(async (asked) => {
      const { pathname } = new URL(asked instanceof Request ? asked.url : asked);
      return Response.json(pathname === '/api_keys/validations' ? { api_key: apiKey } : keys);
    }),
);
afterAll(() => workos.mockRestore());

const USER = 'user_remembered';
const TABLES = [
  'revoked_session',
  'user',
  'membership',
  'organization_store',
  'organization_policy',
  'connection',
];

beforeEach(async () => {
  await env.DB.batch([
    ...TABLES.map((table) => env.DB.prepare(`DELETE FROM ${table}`)),
    env.DB.prepare(`INSERT INTO organization_store VALUES ('org_own', 'gifts')`),
    env.DB.prepare(`INSERT INTO user VALUES (?, 'p@example.test', NULL, NULL, 1, 1, 'event', NULL)`).bind(
      USER,
    ),
    env.DB.prepare(
      `INSERT INTO membership VALUES ('om_1', ?, 'org_own', 'analyst', 'active', 1, 'event', NULL)`,
    ).bind(USER),
  ]);
  await env.LAYERKICK_KV.delete(`user-store:${USER}`);
});

let sessions = 0;

/** The cookie of a browser that is signed in, under a session of its own, and the session's id. */
async function signedIn(): Promise<{ cookie: string; sid: string; accessToken: string }> {
  const sid = `session_${(sessions += 1)}`;
  const accessToken = await new SignJWT({
    sid,
    client_id: env.WORKOS_CLIENT_ID,
    org_id: 'org_own',
    role: 'analyst',
  })
    .setProtectedHeader({ alg: 'RS256', kid: 'key' })
    .setIssuer('https://api.workos.com')
    .setSubject(USER)
    .setExpirationTime('5m')
    .sign(privateKey);
  const session = { user: { id: USER, email: 'p@example.test' }, accessToken, refreshToken: 'refresh' };
  const [set] = await identityOf(env).store.write(session, new Map());
  return { cookie: set?.header.split(';')[0] ?? '', sid, accessToken };
}

const unlimited: RateLimit = { limit: async () => ({ success: true }) };
const context = { waitUntil: () => {}, passThroughOnException: () => {}, props: {} };

function me(cookie: string, bindings: Partial<Env> = {}): Promise<Response> {
  return meBy({ cookie }, bindings);
}

function meBy(headers: Record<string, string>, bindings: Partial<Env> = {}): Promise<Response> {
  const request = new Request('http://localhost:3051/api/v1/me', { headers });
  return answerRequest(request, context as unknown as ExecutionContext, (current) =>
    v1.fetch(request, { ...env, API_LIMIT: unlimited, ...bindings }, current),
  );
}

async function seen(cookie: string): Promise<unknown> {
  const response = await me(cookie);
  const { stores, permissions } = await response.json<Record<string, unknown>>();
  return { status: response.status, stores, permissions };
}

const ALLOWED = { status: 200, stores: ['gifts'], permissions: ['stats:read', 'stats:export'] };
const NOTHING = { status: 200, stores: [], permissions: [] };

test('a session is checked once, and is the same to whoever asks afterwards', async () => {
  const verify = vi.spyOn(identityOf(env).provider, 'verify');
  const { cookie } = await signedIn();
  expect([await seen(cookie), await seen(cookie), await seen(cookie)]).toEqual([ALLOWED, ALLOWED, ALLOWED]);
  expect(verify).toHaveBeenCalledOnce();
  verify.mockRestore();
});

test.each([
  ['whose membership ended', `UPDATE membership SET status = 'inactive'`, NOTHING],
  ['who was deleted', `UPDATE user SET deleted_at = 1`, NOTHING],
  ['whose organization lost the store', `DELETE FROM organization_store`, NOTHING],
  [
    'whose role became a weaker one',
    `UPDATE membership SET role = 'viewer'`,
    { ...ALLOWED, permissions: ['stats:read'] },
  ],
])('somebody %s has less on the next request', async (_who, change, left) => {
  const { cookie } = await signedIn();
  expect(await seen(cookie)).toEqual(ALLOWED);
  await env.DB.prepare(change).run();
  expect(await seen(cookie)).toEqual(left);
});

test('an organization that begins to require its single sign-on shuts out who came otherwise, on the next request', async () => {
  const { cookie } = await signedIn();
  expect(await seen(cookie)).toEqual(ALLOWED);
  await env.DB.batch([
    env.DB.prepare(`INSERT INTO organization_policy (organization_id, require_sso) VALUES ('org_own', 1)`),
    env.DB.prepare(
      `INSERT INTO connection VALUES ('conn_1', 'org_own', 'Own', 'OktaSAML', 'active', 1, 'event', NULL)`,
    ),
  ]);
  expect(await seen(cookie)).toEqual(NOTHING);
});

test('a store that is mapped to somebody counts on the next request, and so does taking it away', async () => {
  const { cookie } = await signedIn();
  expect(await seen(cookie)).toEqual(ALLOWED);
  await env.LAYERKICK_KV.put(`user-store:${USER}`, '["books"]');
  expect(await seen(cookie)).toMatchObject({ stores: ['books', 'gifts'] });
  await env.LAYERKICK_KV.delete(`user-store:${USER}`);
  expect(await seen(cookie)).toEqual(ALLOWED);
});

test('of two browsers of one person the one is signed out whose session was ended, on its next request', async () => {
  const [first, second] = [await signedIn(), await signedIn()];
  expect([await seen(first.cookie), await seen(second.cookie)]).toEqual([ALLOWED, ALLOWED]);
  await env.DB.prepare('INSERT INTO revoked_session VALUES (?, 1)').bind(first.sid).run();

  const ended = await me(first.cookie);
  expect([ended.status, ended.headers.get('set-cookie')]).toEqual([
    401,
    expect.stringContaining('Max-Age=0'),
  ]);
  expect(await ended.json()).toMatchObject({ code: 'credential_missing' });
  expect(await seen(second.cookie)).toEqual(ALLOWED);
});

test('while D1 is down nobody is let in or signed out, and the log says so under the request', async () => {
  const { cookie } = await signedIn();
  expect(await seen(cookie)).toEqual(ALLOWED);
  const logged: Record<string, unknown>[] = [];
  const error = vi.spyOn(console, 'error').mockImplementation((line) => logged.push(JSON.parse(line)));
  const prepare = vi.spyOn(env.DB, 'prepare').mockImplementation(() => {
    throw new Error('D1 is down');
  });
  const response = await me(cookie);
  prepare.mockRestore();
  error.mockRestore();

  expect([response.status, response.headers.get('set-cookie')]).toEqual([503, null]);
  expect(logged.map(({ event, requestId }) => [event, requestId])).toEqual([
    ['standing_unavailable', response.headers.get('x-request-id')],
    ['revocation_list_unavailable', response.headers.get('x-request-id')],
  ]);
  expect(await seen(cookie)).toEqual(ALLOWED);
});

test('while the limiter is down people are answered, and the log says so under the request', async () => {
  const { cookie } = await signedIn();
  const logged: Record<string, unknown>[] = [];
  const warn = vi.spyOn(console, 'warn').mockImplementation((line) => logged.push(JSON.parse(line)));
  const down: RateLimit = { limit: () => Promise.reject(new Error('down')) };
  const response = await me(cookie, { API_LIMIT: down });
  warn.mockRestore();
  expect(response.status).toBe(200);
  expect(logged).toEqual([
    expect.objectContaining({
      event: 'api_limiter_unavailable',
      requestId: response.headers.get('x-request-id'),
    }),
  ]);
});

test('answers to several people at once are each their own', async () => {
  const { cookie } = await signedIn();
  const responses = await Promise.all([me(cookie), me(''), me(cookie), me(cookie)]);
  expect(responses.map(({ status }) => status)).toEqual([200, 401, 200, 200]);
  const ids = responses.map(({ headers }) => headers.get('x-request-id'));
  expect(new Set(ids).size).toBe(4);
});

test('a request costs what has to be asked anew each time: one question to D1, and a look at the mapping of a person', async () => {
  const { cookie, accessToken } = await signedIn();
  const credentials: Record<string, string>[] = [
    { cookie },
    { authorization: `Bearer ${accessToken}` },
    { 'x-api-key': 'sk_test_0123456789' },
  ];
  const [prepare, get] = [vi.spyOn(env.DB, 'prepare'), vi.spyOn(env.LAYERKICK_KV, 'get')];
  const costs: [status: number, d1: number, kv: number][] = [];
  for (const headers of credentials) {
    await meBy(headers);
    prepare.mockClear();
    get.mockClear();
    const { status } = await meBy(headers);
    costs.push([status, prepare.mock.calls.length, get.mock.calls.length]);
  }
  prepare.mockRestore();
  get.mockRestore();
  expect(costs).toEqual([
    [200, 1, 1],
    [200, 1, 1],
    [200, 1, 0],
  ]);
});

test('a token whose session was ended, and a key that was revoked, are refused on the next request', async () => {
  const { accessToken, sid } = await signedIn();
  const byToken = { authorization: `Bearer ${accessToken}` };
  const byKey = { 'x-api-key': 'sk_test_0123456789' };
  expect([(await meBy(byToken)).status, (await meBy(byKey)).status]).toEqual([200, 200]);
  await env.DB.batch([
    env.DB.prepare('INSERT INTO revoked_session VALUES (?, 1)').bind(sid),
    env.DB.prepare(
      `INSERT INTO api_key VALUES ('api_key_1', 'org_own', 'W', '[]', 'sk', NULL, 1, 'user_1', 2)`,
    ),
  ]);
  const refused = await Promise.all([byToken, byKey].map(async (by) => (await meBy(by)).json()));
  expect(refused).toMatchObject([{ code: 'token_revoked' }, { code: 'api_key_invalid' }]);
  await env.DB.prepare('DELETE FROM api_key').run();
});
