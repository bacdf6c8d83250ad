import { request } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { signAccessToken } from '@layerkick/workos-local/access-token';
import { callFunction, resultOf } from '../access/server-functions.ts';
import { chosen } from '../access/tenants.ts';
import { type BuiltWorker, startBuiltWorker } from '../built-worker.ts';
import { deliverTo, membershipAtWorkOS } from '../told-by-workos.ts';
import { MAPPING_KEY, openStores } from '../merchant-at-fmdf.ts';
import { locationOf, Visitor } from '../visitor.ts';
import { apiKeyOf, deleteAtWorkOS, postToWorkOS, putToWorkOS } from '../workos-api.ts';

/** Who belongs to organizations, and what becomes of them, in the built Worker. */
const SECRET = 'whsec_of_the_built_worker';
const MERCHANT = 'merchant@fmdf.test';
const AGENCY = 'agency@layerkick.test';
const ADMIN = 'admin@layerkick.test';

let app: BuiltWorker;
beforeAll(async () => {
  app = await startBuiltWorker({
    vars: {
      INTERNAL_ORGANIZATION_ID: 'org_internal',
      ADMIN_USER_IDS: '',
      ORGANIZATION_STRATEGIES: 'subdomain,path,header',
    },
    secrets: { WORKOS_WEBHOOK_SECRET: SECRET },
    organizations: [
      { id: 'org_fmdf', name: 'FMDF', members: { user_01LKMERCHANT: 'owner' } },
      { id: 'org_northwind', name: 'Northwind', members: { user_01LKAGENCY: 'viewer' } },
      { id: 'org_harbor', name: 'Harbor', members: { user_01LKAGENCY: 'viewer' } },
      { id: 'org_internal', name: 'LayerKick', members: { user_01LKADMIN: 'owner' } },
    ],
  });
  await openStores(app);
  await app.storage.LAYERKICK_KV.delete(MAPPING_KEY);
  await app.storage.DB.prepare(
    `INSERT INTO organization_store (organization_id, slug) VALUES ('org_fmdf', 'fmdf'), ('org_northwind', 'northwind')`,
  ).run();
  await ops('/mirror/compare');
}, 60_000);
afterAll(() => app.close());

let visitor: Visitor;
beforeEach(() => {
  visitor = new Visitor(app.origin);
});

async function ops(path: string, method = 'POST', body?: object): Promise<void> {
  const headers = { Authorization: `Bearer ${app.opsToken}` };
  const init = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(`${app.origin}/api/ops${path}`, { method, headers, ...init });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}

const deliver = (event: string, data: object) => deliverTo(app, SECRET, event, data);
const membershipOf = (user: string, organization: string) => membershipAtWorkOS(app, user, organization);

async function statusAt(slug: string): Promise<number> {
  return (await visitor.ask(`/stats/${slug}`)).status;
}

const choose = (organization: string) => chosen(visitor, organization);

test('in several organizations: a page to choose, and the session is in the chosen one', async () => {
  const callback = await visitor.signIn(AGENCY, '/stats/northwind');
  expect(callback.headers.get('location')).toBe('/auth/workos/organization');
  const page = await (await visitor.ask('/auth/workos/organization')).text();
  expect(page).toContain('Northwind');
  expect(page).toContain('Harbor');
  expect((await choose('org_northwind')).headers.get('location')).toBe('/stats/northwind');
  expect(await statusAt('northwind')).toBe(200);
});

test('an organization that one is not in cannot be chosen, nor can another site choose', async () => {
  await visitor.signIn(AGENCY);
  expect((await choose('org_fmdf')).status).toBe(503);
  expect(visitor.cookies.has('wos-session')).toBe(false);
  const fromElsewhere = await visitor.ask('/auth/workos/organization', {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'cross-site' },
    body: new URLSearchParams({ organization: 'org_northwind' }),
  });
  expect(fromElsewhere.headers.get('location')).toBe('/auth/workos/organization');
  expect(visitor.cookies.has('wos-session')).toBe(false);
});

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
const statusFor = async (headers: Record<string, string>) =>
  (await fetch(`${app.origin}/stats/fmdf`, { headers, redirect: 'manual' })).status;

/** Of another session of theirs, which nobody here has heard of. */
function tokenOf(userId: string): Promise<string> {
  const standing = { role: 'owner', permissions: [] };
  const about = { userId, sessionId: 'session_elsewhere', organizationId: 'org_fmdf', standing };
  return signAccessToken({ ...about, impersonatorEmail: null }, Date.now(), 300);
}

async function keyOf(userId: string): Promise<string> {
  const asked = { name: 'Laptop', permissions: ['stats:read'], organization_id: 'org_fmdf' };
  const made = await postToWorkOS(app, `/user_management/users/${userId}/api_keys`, asked);
  return String(Reflect.get(Object(made), 'value'));
}

describe('16: who lost their place is out on the next request', () => {
  test('a membership made inactive: the session is over, and tokens and keys of before open nothing', async () => {
    await visitor.signIn(MERCHANT);
    const programs = [bearer(await tokenOf('user_01LKMERCHANT')), bearer(await keyOf('user_01LKMERCHANT'))];
    const statuses = () => Promise.all([statusAt('fmdf'), ...programs.map((headers) => statusFor(headers))]);
    expect(await statuses()).toEqual([200, 200, 200]);
    const { id, ...rest } = await membershipOf('user_01LKMERCHANT', 'org_fmdf');
    expect(await deliver('organization_membership.updated', { id, ...rest, status: 'inactive' })).toBe(200);
    expect(await statuses()).toEqual([307, 403, 403]);
    expect(visitor.cookies.has('wos-session')).toBe(false);
    expect(await deliver('organization_membership.updated', { id, ...rest, status: 'active' })).toBe(200);
  });

  test('without a webhook, asking WorkOS for events ends it, too', async () => {
    await visitor.signIn(MERCHANT);
    expect(await statusAt('fmdf')).toBe(200);
    const { id } = await membershipOf('user_01LKMERCHANT', 'org_fmdf');
    await putToWorkOS(app, `/user_management/organization_memberships/${id}/deactivate`);
    await ops('/mirror/sync');
    expect(await statusAt('fmdf')).toBe(307);
    await putToWorkOS(app, `/user_management/organization_memberships/${id}/reactivate`);
    await ops('/mirror/sync');
  });

  test('somebody whom the directory deactivates or deletes is out, though the membership is not over yet', async () => {
    await visitor.signIn(MERCHANT);
    expect(await statusAt('fmdf')).toBe(200);
    const entry = {
      id: 'directory_user_1',
      directory_id: 'directory_1',
      organization_id: 'org_fmdf',
      email: MERCHANT,
    };
    await deliver('dsync.user.updated', { ...entry, state: 'inactive' });
    expect(await statusAt('fmdf')).toBe(307);
    await visitor.signIn(MERCHANT);
    expect(await statusAt('fmdf')).toBe(403);
    await deliver('dsync.user.updated', { ...entry, state: 'active' });
    expect(await statusAt('fmdf')).toBe(200);
    await deliver('dsync.user.deleted', { ...entry, state: 'inactive' });
    expect(await statusAt('fmdf')).toBe(307);
    await deliver('dsync.user.created', { ...entry, id: 'directory_user_2', state: 'active' });
  });
});

test('17: to an organization that one is not in nobody is switched, and the session of before goes on', async () => {
  await visitor.signIn(MERCHANT);
  const file = 'features/organizations/organizations.functions.ts';
  const enter = async (organization: string) =>
    resultOf(
      await callFunction(
        (path, init) => visitor.ask(path, init),
        { file, name: 'enterOrganization' },
        { organization },
      ),
    );
  const session = visitor.cookies.get('wos-session');
  expect(await enter('org_northwind')).toMatchObject({ ok: false, code: 'not_a_member' });
  expect(visitor.cookies.get('wos-session')).toBe(session);
  expect([await statusAt('fmdf'), await statusAt('northwind')]).toEqual([200, 403]);
  expect(await enter('org_fmdf')).toEqual({ ok: true });
  expect([await statusAt('fmdf'), await statusAt('northwind')]).toEqual([200, 403]);
});

test('single sign-on that is required: another way shows a page that leads there, and that way is let in', async () => {
  await postToWorkOS(app, '/connections', { organization_id: 'org_fmdf', name: 'FMDF SSO' });
  await ops('/mirror/compare');
  await app.storage.DB.prepare(
    `INSERT INTO organization_policy (organization_id, require_sso) VALUES ('org_fmdf', 1)`,
  ).run();
  await visitor.signIn(MERCHANT);
  const refused = await visitor.ask('/stats/fmdf');
  expect(refused.status).toBe(403);
  expect(await refused.text()).toContain('organization_id=org_fmdf');
  // The same page for a store that does not exist.
  expect(await statusAt('no-such-store')).toBe(403);

  await visitor.signIn(MERCHANT, '/', { organization_id: 'org_fmdf' });
  expect(await statusAt('fmdf')).toBe(200);
  await app.storage.DB.prepare('DELETE FROM organization_policy').run();
});

test('an active member of the internal organization sees every store', async () => {
  await visitor.signIn(ADMIN);
  expect(await statusAt('fmdf')).toBe(200);
  expect(await statusAt('northwind')).toBe(200);
});

const inPath = (organization: string, path: string) => visitor.ask(`/org/${organization}${path}`);
const withHeader = (organization: string, path: string) =>
  visitor.ask(path, { headers: { 'X-Organization': organization } });
interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Node's own client asks another host than the one it connects to, and as a page at yet another. */
const askSubdomain = (organization: string, path: string, { body, ...sent }: Sent = {}) =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const { hostname, port, host } = new URL(app.origin);
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...sent.headers, Host: `${organization}.${host}`, Cookie: cookie };
    request({ hostname, port, path, ...sent, headers }, (answer) => {
      textOf(answer).then((text) => resolve({ status: answer.statusCode ?? 0, text }), reject);
    })
      .on('error', reject)
      .end(body);
  });
const atSubdomain = async (organization: string, path: string) =>
  (await askSubdomain(organization, path)).status;
/** What a write of the HTTP API and a call of MCP at Harbor's address are answered, asked by a page at `origin`. */
async function writesAtHarborFrom(origin: string): Promise<unknown> {
  const headers = { Origin: origin, 'Content-Type': 'application/json' };
  const write = { method: 'PUT', headers, body: '{"stores":["fmdf"]}' };
  const call = {
    method: 'POST',
    headers: { ...headers, Accept: 'application/json, text/event-stream' },
    body: '{"jsonrpc":"2.0","id":1,"method":"tools/list"}',
  };
  const answers = [
    await askSubdomain('harbor', '/api/v1/access/user_01LKAGENCY', write),
    await askSubdomain('harbor', '/mcp', call),
  ];
  return answers.map(({ status, text }) => [status, /"code":"(\w+)"/.exec(text)?.[1]]);
}
const account = async (answer: Promise<Response>) => (await answer).json();

describe('an organization that the request names', () => {
  beforeAll(async () => {
    await ops('/organizations/org_northwind/slug', 'PUT', { slug: 'northwind' });
    await ops('/organizations/org_harbor/slug', 'PUT', { slug: 'harbor' });
    await app.storage.DB.prepare(`INSERT INTO organization_store VALUES ('org_harbor', 'fmdf')`).run();
  });
  beforeEach(async () => {
    await visitor.signIn(AGENCY);
    await choose('org_northwind');
  });

  test('alone says what is seen: by the path, by the host, by a header', async () => {
    expect((await inPath('harbor', '/stats/fmdf')).status).toBe(200);
    expect((await inPath('harbor', '/stats/northwind')).status).toBe(403);
    expect((await inPath('northwind', '/stats/fmdf')).status).toBe(403);
    expect((await withHeader('harbor', '/stats/fmdf')).status).toBe(200);
    expect((await withHeader('org_harbor', '/stats/northwind')).status).toBe(403);
    expect(await atSubdomain('harbor', '/stats/fmdf')).toBe(200);
    expect(await atSubdomain('harbor', '/stats/northwind')).toBe(403);
    // And without a name, as before.
    expect(await statusAt('northwind')).toBe(200);
    expect(await statusAt('fmdf')).toBe(403);
  });

  test('gives its own role and no other’s, in the HTTP API too', async () => {
    const inHarbor = { organization: { id: 'org_harbor', role: 'viewer' }, stores: ['fmdf'] };
    expect(await account(inPath('harbor', '/api/v1/me'))).toMatchObject(inHarbor);
    expect(await account(withHeader('harbor', '/api/v1/me'))).toMatchObject({
      ...inHarbor,
      permissions: ['stats:read'],
    });
  });

  test('its own pages, and none at another address, may change things with the session’s cookie', async () => {
    const { protocol, host } = new URL(app.origin);
    // A viewer may not grant anything, and is asked for that after where they ask from.
    const allowed = [
      [403, 'permission_missing'],
      [200, undefined],
    ];
    const refused = [
      [403, 'origin_forbidden'],
      [403, 'origin_forbidden'],
    ];
    expect(await writesAtHarborFrom(`${protocol}//harbor.${host}`)).toEqual(allowed);
    expect(await writesAtHarborFrom(`${protocol}//northwind.${host}`)).toEqual(refused);
    expect(await writesAtHarborFrom(app.origin)).toEqual(refused);
  });

  test('does not know stores that are mapped to a person', async () => {
    await app.storage.LAYERKICK_KV.put('user-store:user_01LKAGENCY', '["fmdf"]');
    expect(await account(withHeader('northwind', '/api/v1/me'))).toMatchObject({ stores: ['northwind'] });
    await app.storage.LAYERKICK_KV.delete('user-store:user_01LKAGENCY');
  });

  test('its pages lead to one another below its address', async () => {
    const page = await (await inPath('harbor', '/stores')).text();
    expect(page).toContain('/org/harbor/stats/fmdf');
    expect(page).not.toContain('href="/stats/');
    expect((await inPath('harbor', '/')).headers.get('location')).toBe('/org/harbor/stats/fmdf');
  });

  test('a page that is refused leads to its stores, and who is nobody there to their own', async () => {
    const refused = await (await inPath('harbor', '/stats/northwind')).text();
    expect(refused).toContain('href="/org/harbor/"');
    expect(refused).not.toContain('href="/"');
    const outside = await (await inPath('fmdf', '/stores')).text();
    expect(outside).toContain('href="/"');
    expect(outside).not.toContain('href="/org/');
  });

  test('who is not signed in comes back to it', async () => {
    visitor = new Visitor(app.origin);
    const asked = new URL(locationOf(await inPath('harbor', '/stats/fmdf')), app.origin);
    expect(asked.searchParams.get('return_to')).toBe('/org/harbor/stats/fmdf');
    expect(await atSubdomain('harbor', '/auth/workos/login?return_to=%2Fstats%2Ffmdf')).toBe(307);
  });

  test.each([
    '/stats/fmdf',
    '/stores',
    '/settings/keys',
    '/admin/audit',
    '/',
    '/api/v1/me',
    '/api/v1/stores',
  ])('%s: one that is not there and one that one is not in answer alike', async (path) => {
    const told = async (organization: string) => {
      const [byPath, byHeader] = [await inPath(organization, path), await withHeader(organization, path)];
      // What differs is the name that was asked for, and the request's own id and nonce.
      const text = (await byPath.text())
        .replaceAll(organization, '')
        .replaceAll(byPath.headers.get('x-request-id') ?? '', '')
        .replaceAll(/nonce="[^"]*"|"csp-nonce" content="[^"]*"|\d{13}/g, '');
      return [byPath.status, byHeader.status, text];
    };
    const missing = await told('nowhere');
    expect(missing.slice(0, 2)).toEqual([403, 403]);
    expect(await told('org_fmdf')).toEqual(missing);
    expect(await told('NOT-A-NAME')).toEqual(missing);
  });

  test('an operator looks at a tenant by a visit, which is recorded, and not by its address', async () => {
    visitor = new Visitor(app.origin);
    await visitor.signIn(ADMIN);
    expect((await inPath('harbor', '/stats/fmdf')).status).toBe(403);
    const { sessionId } = (await app.storage.DB.prepare(
      `SELECT sid AS sessionId FROM known_session WHERE user_id = 'user_01LKADMIN' ORDER BY seen_at DESC`,
    ).first<{ sessionId: string }>()) ?? { sessionId: '' };
    await app.storage.DB.prepare(`INSERT INTO tenant_visit VALUES (?, 'org_harbor', 0)`)
      .bind(sessionId)
      .run();
    expect((await inPath('harbor', '/stats/fmdf')).status).toBe(200);
    expect((await inPath('northwind', '/stats/northwind')).status).toBe(403);
    await app.storage.DB.prepare('DELETE FROM tenant_visit').run();
  });

  test('a key opens nothing in another organization than its own', async () => {
    const { value } = await apiKeyOf(app, 'org_northwind', ['stats:read']);
    const ask = (organization: string) =>
      fetch(`${app.origin}/api/v1/me`, { headers: { 'X-API-Key': value, 'X-Organization': organization } });
    expect((await ask('northwind')).status).toBe(200);
    for (const other of ['harbor', 'nowhere']) {
      // oxlint-disable-next-line no-await-in-loop -- two questions
      expect(await (await ask(other)).json()).toMatchObject({ status: 403, code: 'organization_forbidden' });
    }
  });
});

test('a person deleted at WorkOS is out on the next request, whatever is mapped to them', async () => {
  await app.storage.LAYERKICK_KV.put('user-store:user_01LKOUTSIDER', '["fmdf"]');
  await visitor.signIn('outsider@example.test');
  expect(await statusAt('fmdf')).toBe(200);
  await deleteAtWorkOS(app, '/user_management/users/user_01LKOUTSIDER');
  await ops('/mirror/sync');
  expect(await statusAt('fmdf')).toBe(307);
});
