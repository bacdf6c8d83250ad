import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { type BuiltWorker, startBuiltWorker } from '../built-worker.ts';
import { MAPPING_KEY, openStores } from '../merchant-at-fmdf.ts';
import { Visitor } from '../visitor.ts';
import { deleteAtWorkOS, listedAtWorkOS, postToWorkOS, putToWorkOS } from '../workos-api.ts';

/** Who belongs to organizations, and what becomes of them, in the built Worker. */
const SECRET = 'whsec_of_the_built_worker';
const MERCHANT = 'merchant@fmdf.test';
const AGENCY = 'agency@layerkick.test';
const ADMIN = 'admin@layerkick.test';

let app: BuiltWorker;
beforeAll(async () => {
  app = await startBuiltWorker({
    vars: { INTERNAL_ORGANIZATION_ID: 'org_internal', ADMIN_USER_IDS: '' },
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

async function ops(path: string): Promise<void> {
  const headers = { Authorization: `Bearer ${app.opsToken}` };
  const response = await fetch(`${app.origin}/api/ops${path}`, { method: 'POST', headers });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}

/** Delivers as WorkOS does. */
async function deliver(event: string, data: object): Promise<number> {
  const body = JSON.stringify({
    id: `event_${randomUUID()}`,
    event,
    created_at: new Date().toISOString(),
    data: { ...data, updated_at: new Date().toISOString() },
  });
  const at = Date.now();
  const signature = createHmac('sha256', SECRET).update(`${at}.${body}`).digest('hex');
  const headers = { 'workos-signature': `t=${at}, v1=${signature}` };
  return (await fetch(`${app.origin}/api/webhooks/workos`, { method: 'POST', body, headers })).status;
}

const membership = z.looseObject({ id: z.string(), organization_id: z.string() });

async function membershipOf(user: string, organization: string) {
  const path = `/user_management/organization_memberships?user_id=${user}`;
  const found = z.array(membership).parse(await listedAtWorkOS(app, path));
  const one = found.find(({ organization_id }) => organization_id === organization);
  if (one === undefined) throw new Error(`${user} is not in ${organization}`);
  return one;
}

async function statusAt(slug: string): Promise<number> {
  return (await visitor.ask(`/stats/${slug}`)).status;
}

async function choose(organization: string): Promise<Response> {
  return visitor.ask('/auth/workos/organization', {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams({ organization }),
  });
}

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

test('a membership made inactive: out on the next request, and the session is over', async () => {
  await visitor.signIn(MERCHANT);
  expect(await statusAt('fmdf')).toBe(200);
  const { id, ...rest } = await membershipOf('user_01LKMERCHANT', 'org_fmdf');
  expect(await deliver('organization_membership.updated', { id, ...rest, status: 'inactive' })).toBe(200);
  expect(await statusAt('fmdf')).toBe(307);
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

test('somebody whom the directory deactivates is out, though the membership is not over yet', async () => {
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

test('a person deleted at WorkOS is out on the next request, whatever is mapped to them', async () => {
  await app.storage.LAYERKICK_KV.put('user-store:user_01LKOUTSIDER', '["fmdf"]');
  await visitor.signIn('outsider@example.test');
  expect(await statusAt('fmdf')).toBe(200);
  await deleteAtWorkOS(app, '/user_management/users/user_01LKOUTSIDER');
  await ops('/mirror/sync');
  expect(await statusAt('fmdf')).toBe(307);
});
