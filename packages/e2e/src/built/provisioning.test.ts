import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type CallOps, provisionTenant, type TenantPlan } from '../../../../scripts/provision-tenant.ts';
import { callOps } from '../../../../scripts/run/ops-client.ts';
import { type BuiltWorker, startBuiltWorker } from '../built-worker.ts';
import { listedAtWorkOS } from '../workos-api.ts';

let app: BuiltWorker;
let call: CallOps;
beforeAll(async () => {
  app = await startBuiltWorker();
  call = (...request) => callOps({ origin: app.origin, token: app.opsToken }, ...request);
});
afterAll(() => app.close());

const planOf = (slug: string): TenantPlan => ({
  slug,
  name: `Tenant ${slug}`,
  stores: [
    { slug: `${slug}-one`, currency: 'EUR', timeZone: 'Europe/Berlin', domains: ['shop.example.com'] },
    { slug: `${slug}-two`, currency: 'GBP', timeZone: 'Europe/London', domains: [] },
  ],
  invitations: [
    { email: `owner@${slug}.example`, role: 'owner' },
    { email: `viewer@${slug}.example`, role: 'viewer' },
  ],
  demo: [`${slug}-two`],
  demoDays: 1,
});

const named = z.object({ id: z.string(), name: z.string() });
const invited = z.object({ email: z.string(), role_slug: z.string(), organization_id: z.string() });

/** What a tenant has in the end, without what is different for each: here and at WorkOS. */
async function stateOf(slug: string) {
  const { DB, STORE_STATS } = app.storage;
  const all = async (sql: string) => (await DB.prepare(sql).bind(`%${slug}%`).all()).results;
  const atWorkOS = (await listedAtWorkOS(app, '/organizations?limit=100')).map((each) => named.parse(each));
  const organizations = atWorkOS.filter(({ name }) => name === `Tenant ${slug}`);
  const organization = organizations[0]?.id ?? '';
  const invitations = await listedAtWorkOS(
    app,
    `/user_management/invitations?organization_id=${organization}&limit=100`,
  );
  const { events } = await STORE_STATS.getByName(`${slug}-two`).status();
  const state = {
    organizations: organizations.length,
    invitations: invitations
      .map((each) => invited.parse(each))
      .map(({ email, role_slug }) => `${email} ${role_slug}`)
      .toSorted(),
    // What addresses are looked up in.
    slugs: await all('SELECT slug FROM organization_slug WHERE slug LIKE ?'),
    stores: await all('SELECT slug, currency, time_zone, domains FROM store WHERE slug LIKE ? ORDER BY slug'),
    owned: await all('SELECT slug FROM organization_store WHERE slug LIKE ? ORDER BY slug'),
    mirrored: await all(`SELECT email, role, state FROM invitation WHERE email LIKE ? ORDER BY email`),
    audited: await DB.prepare(
      `SELECT action, count(*) AS entries FROM audit_log WHERE target LIKE ?1 OR target = ?2 OR after LIKE ?3
       GROUP BY action ORDER BY action`,
    )
      .bind(`store:${slug}-%`, `organization:${organization}`, `%${organization}%`)
      .all()
      .then(({ results }) => results),
    hasEvents: events > 50,
  };
  return JSON.parse(JSON.stringify(state).replaceAll(slug, 'SLUG')) as typeof state;
}

class Stopped extends Error {}

/** A run that ends before it knows the answer of its `nth` call. */
function stoppingAt(nth: number): CallOps {
  let calls = 0;
  return async (...request) => {
    calls += 1;
    const answer = await call(...request);
    if (calls === nth) throw new Stopped();
    return answer;
  };
}

test('a tenant is set up in one run, and a further run changes nothing', async () => {
  const first = await provisionTenant(call, planOf('whole'));
  expect(first.steps.map(({ outcome }) => outcome)).toEqual([
    'created',
    'created',
    'created',
    'given whole-one, whole-two',
    'invited now',
    'invited now',
    'told up to now',
  ]);
  const state = await stateOf('whole');
  expect(state).toMatchObject({ organizations: 1, hasEvents: true, mirrored: [{}, {}] });
  expect(state.audited).toEqual([
    { action: 'invitation.send', entries: 2 },
    { action: 'organization.assign', entries: 1 },
    { action: 'organization.create', entries: 1 },
    { action: 'store.create', entries: 2 },
    { action: 'store.demo', entries: 1 },
  ]);
  const again = await provisionTenant(call, planOf('whole'));
  expect(again.organization).toBe(first.organization);
  expect(again.steps.map(({ outcome }) => outcome)).toEqual([
    'there already',
    'there already',
    'there already',
    'there already',
    'was invited and has not answered',
    'was invited and has not answered',
    'told up to now',
  ]);
  expect(await stateOf('whole')).toEqual(state);
});

test('stopped at any call, the next run ends in the same state', async () => {
  const whole = await stateOf('whole');
  let nth = 1;
  for (let wasStopped = true; wasStopped; nth += 1) {
    const slug = `stop-${nth}`;
    wasStopped = await provisionTenant(stoppingAt(nth), planOf(slug)).then(
      () => false,
      (cause: unknown) => {
        if (!(cause instanceof Stopped)) throw cause;
        return true;
      },
    );
    await provisionTenant(call, planOf(slug));
    expect(await stateOf(slug), `call ${nth}`).toEqual(whole);
  }
  expect(nth).toBeGreaterThan(7);
});

test('a store that is something else already is said, and what came before it stays', async () => {
  const plan = planOf('clash');
  await call('POST', '/stores', { slug: 'clash-two', currency: 'EUR', timeZone: 'Europe/Berlin' });
  await expect(provisionTenant(call, plan)).rejects.toThrow(
    'There is a store clash-two already, in EUR and Europe/Berlin instead of GBP and Europe/London.',
  );
  expect(await stateOf('clash')).toMatchObject({ organizations: 1, owned: [] });
});

test('demo data never mix with figures of a store’s own', async () => {
  await call('POST', '/stores', { slug: 'in-use', currency: 'EUR', timeZone: 'Europe/Berlin' });
  const sale = {
    id: '1',
    kind: 'sale',
    order: '1',
    at: 1_790_000_000_000,
    currency: 'EUR',
    source: 'server',
  };
  await call('POST', '/stores/in-use/orders', { entries: [sale] });
  await expect(call('POST', '/stores/in-use/demo', { days: 1 })).rejects.toThrow('is not empty');
  await call('POST', '/stores', { slug: 'in-yen', currency: 'JPY', timeZone: 'Asia/Tokyo' });
  await expect(call('POST', '/stores/in-yen/demo', { days: 1 })).rejects.toThrow('in another currency');
});

test('a customer is converted: a link for their IT admin, and single sign-on once they have a connection', async () => {
  const { organization } = await provisionTenant(call, { ...planOf('paid'), demo: [] });
  const policy = (requireSso: boolean) => call('PUT', `/tenants/${organization}/policy`, { requireSso });
  expect((await policy(true)).body).toEqual({ requireSso: true, active: false });
  const { body } = await call('POST', `/tenants/${organization}/portal-link`, { intent: 'sso' });
  const { link } = z.object({ link: z.url() }).parse(body);
  const portal = await fetch(link, { method: 'POST', body: new FormData(), redirect: 'manual' });
  expect(portal.status).toBe(303);
  await call('POST', '/mirror/sync');
  expect((await policy(true)).body).toEqual({ requireSso: true, active: true });
  const { results } = await app.storage.DB.prepare(
    'SELECT action FROM audit_log WHERE target = ? ORDER BY id',
  )
    .bind(`organization:${organization}`)
    .all();
  expect(results.map(({ action }) => action)).toEqual([
    'organization.create',
    'organization.assign',
    'organization.policy',
    'organization.portal_link',
  ]);
});

test.each([
  ['POST', '/tenants', { slug: 'Acme!', name: 'Acme' }, 'slug: use 2–40'],
  ['POST', '/tenants', { slug: 'acme', name: ' ' }, 'name: '],
  [
    'POST',
    '/tenants',
    { slug: 'acme', name: 'Acme', organization: 'user_01A' },
    'not a WorkOS organization id',
  ],
  [
    'POST',
    '/tenants',
    { slug: 'acme', name: 'Acme', organization: 'org_01NOBODY' },
    'There is no such organization',
  ],
  [
    'POST',
    '/tenants',
    { slug: 'whole', name: 'Acme', organization: 'org_01NOBODY' },
    'Another organization has',
  ],
  [
    'POST',
    '/tenants/org_01NOBODY/invitations',
    { email: 'a@b.co', role: 'owner' },
    'There is no such organization',
  ],
  ['POST', '/tenants/org_01NOBODY/invitations', { email: 'ada', role: 'boss' }, 'email: '],
  ['POST', '/tenants/org_01NOBODY/portal-link', { intent: 'everything' }, 'intent: '],
  ['PUT', '/tenants/org_01NOBODY/policy', { requireSso: 'yes' }, 'requireSso: '],
  ['GET', '/tenants/nobody', undefined, 'There is no such organization'],
  ['POST', '/stores/whole-one/demo', { days: 4000 }, 'days: '],
])('%s %s with %j is a line that says what is wrong', async (method, path, body, message) => {
  await expect(call(method, path, body)).rejects.toThrow(message);
});
