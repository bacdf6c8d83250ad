import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answeredTo, localWorkOS } from '#/features/admin/operator-under-test.ts';
import { identityOf } from '#/features/auth/identity.server.ts';
import { viewerOfRequest } from '#/features/auth/viewer.server.ts';
import { leaveTenant, visitTenant } from './tenants.server.ts';

/** An operator looks at tenants, in front of the local WorkOS. */
let workos: ReturnType<typeof localWorkOS>;
let ada: string;

beforeEach(async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  await env.DB.batch(
    ['tenant_visit', 'audit_log', 'organization_store'].map((table) =>
      env.DB.prepare(`DELETE FROM ${table}`),
    ),
  );
  workos = localWorkOS();
  await workos.compare();
  await env.DB.exec(`INSERT INTO organization_store VALUES ('org_acme', 'gifts'), ('org_other', 'books')`);
  ada = await workos.cookieOf('admin@layerkick.test');
});
afterEach(() => {
  workos.restore();
  vi.restoreAllMocks();
});

const visit = (organization: string, cookie = ada) => answeredTo(cookie, () => visitTenant(organization));
const leave = () => answeredTo(ada, leaveTenant);
const viewer = (cookie = ada) => answeredTo(cookie, viewerOfRequest);

async function audited() {
  const { results } = await env.DB.prepare(
    'SELECT actor, action, target, before, after, via FROM audit_log ORDER BY id',
  ).all();
  return results;
}

test('every visit is a line in the audit log, and so is its end', async () => {
  const line = { actor: 'user_01LKADMIN', via: 'console', action: 'tenant.visit' };
  const [acme, other] = ['organization:org_acme', 'organization:org_other'];
  for (const organization of ['org_acme', 'org_other', 'org_acme']) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(await visit(organization)).toEqual({ ok: true });
  }
  expect(await leave()).toEqual({ ok: true });
  // Nothing is left any more.
  expect(await leave()).toEqual({ ok: true });
  expect(await audited()).toEqual([
    { ...line, target: acme, before: null, after: '"org_acme"' },
    { ...line, target: other, before: '"org_acme"', after: '"org_other"' },
    { ...line, target: acme, before: '"org_other"', after: '"org_acme"' },
    { ...line, action: 'tenant.leave', target: acme, before: '"org_acme"', after: null },
  ]);
});

test('while it lasts, every page of that session knows of it, and shows that tenant’s stores alone', async () => {
  expect(await viewer()).toMatchObject({ visiting: null, stores: 'all' });
  await visit('org_other');
  expect(await viewer()).toMatchObject({ visiting: { id: 'org_other', name: 'Other' }, stores: ['books'] });
  const atHome = await workos.cookieOf('admin@layerkick.test');
  expect(await viewer(atHome)).toMatchObject({ visiting: null, stores: 'all' });
  await leave();
  expect(await viewer()).toMatchObject({ visiting: null, stores: 'all' });
});

test('one’s own organization is no foreign tenant: no banner, but a line', async () => {
  Object.assign(identityOf(env).configuration, { ADMIN_USER_IDS: new Set(['user_01LKAGENCY']) });
  const aggie = await workos.cookieOf('agency@layerkick.test');
  expect(await viewer(aggie)).toMatchObject({ organization: { id: 'org_acme' }, visiting: null });
  await visit('org_acme', aggie);
  expect(await viewer(aggie)).toMatchObject({ visiting: null, stores: ['gifts'] });
  await visit('org_other', aggie);
  expect(await viewer(aggie)).toMatchObject({ visiting: { id: 'org_other' }, stores: ['books'] });
  expect(await audited()).toHaveLength(2);
});

test('a tenant that is not there, and somebody who is no operator: no visit, no line', async () => {
  expect(await visit('org_nobody')).toMatchObject({ ok: false, code: 'tenant_unknown' });
  const max = await workos.cookieOf('merchant@fmdf.test');
  expect(await visit('org_other', max)).toMatchObject({ ok: false, code: 'forbidden' });
  expect(await viewer(max)).toMatchObject({ visiting: null, stores: ['gifts'] });
  expect(await audited()).toEqual([]);
});

test('a visit that cannot be recorded does not begin', async () => {
  await env.DB.exec('ALTER TABLE audit_log RENAME TO out_of_reach');
  await expect(visit('org_other')).rejects.toThrow();
  await env.DB.exec('ALTER TABLE out_of_reach RENAME TO audit_log');
  expect(await viewer()).toMatchObject({ visiting: null, stores: 'all' });
});
