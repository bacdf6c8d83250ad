import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { readStanding } from '@layerkick/auth/organization/standing';
import { identityOf } from '#/features/auth/identity.server.ts';
import { knownSession } from '#/features/mirror/change-statements.server.ts';
import { requestedOrganization } from '#/features/organizations/organization-of-request.server.ts';
import { nameOrganization, organizationBySlug } from '#/features/organizations/organization-slug.server.ts';
import { log } from '#/lib/log.server.ts';
import { inRequest } from '#/lib/request-under-test.ts';
import { consoleUnderTest } from '../console-under-test.ts';
import { invite } from '../memberships/invitation-changes.server.ts';
import { assignStore } from '../ownership/ownership.server.ts';
import { peoplePage } from '../people/people-rows.server.ts';
import {
  addDomain,
  createOrganization,
  makePortalLink,
  removeDomain,
  renameOrganization,
  verifyDomain,
} from './organization-changes.server.ts';
import { deleteOrganization } from './organization-deletion.server.ts';
import { organizationNames } from './organization-names.server.ts';
import { setPolicy } from './policy.server.ts';
import { provisionOrganization } from './provision.server.ts';

/** What an administrator changes of organizations, in front of the local WorkOS. */
const operators = consoleUnderTest();
const { asAdmin, audited } = operators;

const change = { actor: 'operator', requestId: 'test', at: 0 };
const attempt = '0b8a5a5e-7a43-4a39-9f0b-3f6c7f3f0a11';

test('made once, however often one attempt is made', async () => {
  const made = await asAdmin(() => createOrganization('Fabrikam', attempt));
  expect(await asAdmin(() => createOrganization('Fabrikam', attempt))).toEqual(made);
  const named = await env.DB.prepare(`SELECT id FROM organization WHERE name = 'Fabrikam'`).all();
  expect(named.results).toHaveLength(1);
});

test('a domain is claimed, verified and given up; one of free mail or of another organization is not claimed', async () => {
  expect(await asAdmin(() => addDomain('org_acme', 'gmail.com'))).toMatchObject({ code: 'free_mail' });
  expect(operators.workos.writes).toEqual([]);
  expect(await asAdmin(() => addDomain('org_acme', 'acme.test'))).toEqual({ ok: true });
  expect(await asAdmin(() => addDomain('org_other', 'acme.test'))).toMatchObject({ code: 'domain_taken' });
  const [domain] = (await env.DB.prepare('SELECT id, state FROM organization_domain').all()).results;
  expect(domain).toMatchObject({ state: 'pending' });
  const id = String(domain?.['id']);
  expect(await asAdmin(() => verifyDomain('org_other', id))).toMatchObject({ code: 'domain_unknown' });
  expect(await asAdmin(() => verifyDomain('org_acme', id))).toEqual({ ok: true });
  expect(await env.DB.prepare('SELECT state FROM organization_domain').first('state')).toBe('verified');
  expect(await asAdmin(() => removeDomain('org_acme', id))).toEqual({ ok: true });
  expect((await audited()).map(({ action, after }) => [action, after])).toEqual([
    ['organization.domain_add', '{"domain":"acme.test","state":"pending"}'],
    ['organization.domain_verify', '{"domain":"acme.test","state":"verified"}'],
    ['organization.domain_remove', null],
  ]);
});

test('a link to the portal is shown after it was recorded, and is in no log', async () => {
  const made = await asAdmin(() => makePortalLink('org_acme', 'sso'));
  expect(made).toMatchObject({ ok: true, link: expect.stringContaining('/portal/launch?secret=') });
  expect(await audited()).toMatchObject([{ action: 'organization.portal_link', after: '{"intent":"sso"}' }]);
});

test('what it requires and lets happen is ours, and needs no WorkOS', async () => {
  const organization = 'org_acme';
  const policy = { organization, requireSso: true, autoJoinRole: 'viewer' } as const;
  expect(await asAdmin(() => setPolicy(policy))).toEqual({ ok: true });
  // What is not asked for stays as it is.
  expect(await asAdmin(() => setPolicy({ organization, requireSso: false }))).toEqual({ ok: true });
  expect((await audited())[1]).toMatchObject({
    action: 'organization.policy',
    before: '{"requireSso":true,"autoJoinRole":"viewer"}',
    after: '{"requireSso":false,"autoJoinRole":"viewer"}',
  });
});

test('renamed at WorkOS, here and in the audit log', async () => {
  expect(await asAdmin(() => renameOrganization('org_acme', 'Acme AG'))).toEqual({ ok: true });
  expect(operators.workos.world.records.organizations.get('org_acme')?.name).toBe('Acme AG');
  expect(await env.DB.prepare(`SELECT name FROM organization WHERE id = 'org_acme'`).first('name')).toBe(
    'Acme AG',
  );
  expect(await audited()).toMatchObject([
    { action: 'organization.rename', before: '{"name":"Acme"}', after: '{"name":"Acme AG"}' },
  ]);
});

test('deleted for good: its people are out and signed out, its stores nobody’s, its address free', async () => {
  await knownSession(env.DB, 'session_theirs', 'user_01LKAGENCY', 'org_acme', Date.now()).run();
  await asAdmin(() => assignStore({ organization: 'org_acme', store: 'gifts' }));
  await nameOrganization(env.DB, 'org_acme', 'acme', change);
  expect(await asAdmin(() => deleteOrganization('org_acme', 'Acme'))).toEqual({ ok: true });

  expect(operators.workos.world.records.organizations.get('org_acme')).toBeUndefined();
  const standing = await readStanding(
    env.DB,
    {
      userId: 'user_01LKAGENCY',
      organizationId: 'org_acme',
      internalOrganizationId: null,
      sid: 'session_theirs',
    },
    log,
  );
  expect(standing).toMatchObject({ ended: true, shutOut: true, stores: [] });
  const people = await peoplePage(env.DB, { find: 'agency' });
  expect(people.rows.map(({ memberships }) => memberships)).toEqual([[]]);
  const taken = await nameOrganization(env.DB, 'org_other', 'acme', change);
  expect(taken).toEqual({ ok: true, slug: 'acme' });
  expect((await audited()).find(({ action }) => action === 'organization.delete')).toMatchObject({
    target: 'organization:org_acme',
    before: '{"name":"Acme","stores":["gifts"],"policy":{"requireSso":false,"autoJoinRole":null}}',
    after: null,
  });
  // Told again by WorkOS, and compared with it, it is as it was left.
  await operators.workos.compare();
  expect((await organizationNames(env.DB)).map(({ id }) => id)).toEqual(['org_other']);
});

/** The id of the organization that a request to its address is about. */
const named = async (name: string) =>
  (await inRequest(() => requestedOrganization(), { path: `/org/${name}/stores` })).answer?.id;

describe('deleted at WorkOS itself', () => {
  test.each([
    ['an organization that is there', () => nameOrganization(env.DB, 'org_other', 'acme', change)],
    ['a tenant that is set up', () => provisionOrganization('acme', 'Acme again', null, change)],
    [
      'a tenant of an organization that is there',
      () => provisionOrganization('acme', '', 'org_other', change),
    ],
  ])('its address opens nothing, and is taken by %s', async (_, take) => {
    await nameOrganization(env.DB, 'org_acme', 'acme', change);
    expect(await named('acme')).toBe('org_acme');
    operators.workos.world.records.organizations.delete('org_acme');
    await operators.workos.compare();
    expect([await named('acme'), await named('org_acme')]).toEqual([null, null]);
    expect(await organizationBySlug(env.DB, 'acme')).toBeNull();

    expect(await take()).toMatchObject({ ok: true });
    const owner = await organizationBySlug(env.DB, 'acme');
    expect(owner).not.toBe('org_acme');
    expect([await named('acme'), await named('org_acme')]).toEqual([owner, null]);
  });

  test('found to be there after all, it has the address that nobody took', async () => {
    await nameOrganization(env.DB, 'org_acme', 'acme', change);
    operators.workos.world.records.organizations.delete('org_acme');
    await operators.workos.compare();
    // As a later comparison repairs it.
    await env.DB.exec(`UPDATE organization SET deleted_at = NULL WHERE id = 'org_acme'`);
    expect(await named('acme')).toBe('org_acme');
  });
});

test('not deleted by another name, and not the one whose members could undo it', async () => {
  expect(await asAdmin(() => deleteOrganization('org_acme', 'Acme Inc'))).toMatchObject({
    code: 'not_confirmed',
  });
  Object.assign(identityOf(env).configuration, { INTERNAL_ORGANIZATION_ID: 'org_acme' });
  expect(await asAdmin(() => deleteOrganization('org_acme', 'Acme'))).toMatchObject({
    code: 'organization_internal',
  });
  Object.assign(identityOf(env).configuration, { INTERNAL_ORGANIZATION_ID: undefined });
  expect(operators.workos.writes).toEqual([]);
  expect(await audited()).toEqual([]);
});

test('what is not there is not changed', async () => {
  const [organization, role] = ['org_nobody', 'viewer'] as const;
  const unknown = [
    () => addDomain(organization, 'acme.test'),
    () => makePortalLink(organization, 'sso'),
    () => assignStore({ organization, store: 'gifts' }),
    () => setPolicy({ organization, requireSso: true, autoJoinRole: null }),
    () => invite({ email: 'new@acme.test', organization, role }),
    () => renameOrganization(organization, 'Nobody'),
    () => deleteOrganization(organization, 'Nobody'),
  ];
  for (const work of unknown)
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as somebody asks
    expect(await asAdmin<unknown>(work)).toMatchObject({ code: 'organization_unknown' });
  expect(
    await asAdmin(() => assignStore({ organization: 'org_acme', store: 'no-such-store' })),
  ).toMatchObject({
    code: 'stores_unknown',
  });
  expect(operators.workos.writes).toEqual([]);
  expect(await audited()).toEqual([]);
});
