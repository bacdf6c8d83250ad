import { API_KEY, CLIENT_ID } from '@layerkick/workos-local/accounts';
import { startWorkosLocal, type WorkosLocal } from '@layerkick/workos-local/server';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { AdministrationError, type WorkOSAdministration, workosAdministration } from './administration.ts';

/** What operators change at WorkOS, over HTTP, against a WorkOS on this machine. */
const organizationId = 'org_1';
const admin = 'user_01LKADMIN';
let workos: WorkosLocal;
let administration: WorkOSAdministration;

beforeAll(async () => {
  workos = await startWorkosLocal({
    organizations: [{ id: organizationId, name: 'Acme', members: { user_01LKMERCHANT: 'owner' } }],
  });
  administration = administrationWith(API_KEY);
});
afterEach(() => workos.faults.clear());
afterAll(() => workos.close());

function administrationWith(apiKey: string): WorkOSAdministration {
  const apiUrl = new URL(workos.url);
  return workosAdministration({
    apiKey,
    clientId: CLIENT_ID,
    apiUrl,
    timeout: 2000,
    fetch: globalThis.fetch,
  });
}

const withId = z.looseObject({ id: z.string() });
const idOf = (entity: unknown) => withId.parse(entity).id;

test('an organization is made once however often one attempt is made', async () => {
  const made = await administration.createOrganization('Fabrikam', 'attempt-1');
  expect(made).toMatchObject({ name: 'Fabrikam', domains: [] });
  expect(await administration.createOrganization('Fabrikam', 'attempt-1')).toEqual(made);
});

test('a domain is added once, verified and removed, and may be gone already', async () => {
  const added = await administration.addDomain(organizationId, 'acme.test');
  expect(added).toMatchObject({ domain: 'acme.test', state: 'pending', organization_id: organizationId });
  expect(idOf(await administration.addDomain(organizationId, 'acme.test'))).toBe(idOf(added));
  expect(await administration.verifyDomain(idOf(added))).toMatchObject({ state: 'verified' });
  await administration.removeDomain(idOf(added));
  await administration.removeDomain(idOf(added));
});

test('an invitation is sent once, sent again, and revoked once', async () => {
  const invitation = { email: 'new@acme.test', organizationId, role: 'viewer', inviterId: admin };
  const sent = await administration.invite(invitation);
  expect(sent).toMatchObject({ state: 'pending', role_slug: 'viewer', inviter_user_id: admin });
  expect(idOf(await administration.invite(invitation))).toBe(idOf(sent));
  const another = administration.invite({ ...invitation, role: 'owner' });
  await expect(another).rejects.toMatchObject({ reason: 'email_already_invited_to_organization' });
  expect(idOf(await administration.resendInvitation(idOf(sent)))).toBe(idOf(sent));
  expect(await administration.revokeInvitation(idOf(sent))).toMatchObject({ state: 'revoked' });
  expect(await administration.revokeInvitation(idOf(sent))).toMatchObject({ state: 'revoked' });
});

test('a member is refused an invitation, with the reason that WorkOS gives', async () => {
  const again = administration.invite({
    email: 'merchant@fmdf.test',
    organizationId,
    role: 'viewer',
    inviterId: admin,
  });
  await expect(again).rejects.toMatchObject({
    code: 'workos_refused',
    status: 400,
    reason: 'user_already_organization_member',
  });
});

test('what the path is made of cannot lead elsewhere', async () => {
  const elsewhere = administration.resendInvitation('../organization_memberships/x');
  await expect(elsewhere).rejects.toBeInstanceOf(AdministrationError);
  expect(JSON.stringify(workos.calls.all())).toContain(
    'invitations/..%2Forganization_memberships%2Fx/resend',
  );
});

test('a link to the portal is for one organization', async () => {
  const link = await administration.portalLink(organizationId, 'sso', 'https://app.example.com/admin');
  expect(await (await fetch(link)).text()).toContain('Acme');
  await expect(
    administration.portalLink('org_nobody', 'sso', 'https://app.example.com/'),
  ).rejects.toMatchObject({ code: 'workos_refused', status: 404 });
});

test('ending a session that is over is done', async () => {
  await administration.revokeSession('session_gone');
  expect(await administration.sessionsOf(admin)).toEqual([]);
});

test.each<[what: string, fault: () => void, apiKey?: string]>([
  ['5xx', () => workos.faults.add({ path: '/*', status: 503 })],
  ['a wrong API key', () => undefined, 'sk_test_of_somebody_else'],
])('%s says nothing about what was asked', async (_what, fault, apiKey = API_KEY) => {
  fault();
  await expect(administrationWith(apiKey).sessionsOf(admin)).rejects.toMatchObject({
    code: 'workos_unavailable',
  });
});
