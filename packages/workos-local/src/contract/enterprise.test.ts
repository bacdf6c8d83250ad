import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startWorkosLocal, type WorkosLocal } from '../server.ts';
import { CALLBACK, obtainCode, sdkFor, signIn, visit } from './app.ts';

let workos: WorkosLocal;
let sdk: ReturnType<typeof sdkFor>;
let time: number;
beforeEach(async () => {
  time = Date.now();
  workos = await startWorkosLocal({ now: () => time });
  sdk = sdkFor(workos);
});
afterEach(() => workos.close());

test('somebody who is invited and accepts is a member with the role of the invitation', async () => {
  const { id: organizationId } = await sdk.organizations.createOrganization({ name: 'Fabrikam' });
  const email = 'outsider@example.test';
  const invited = await sdk.userManagement.sendInvitation({ email, organizationId, roleSlug: 'viewer' });
  expect(invited).toMatchObject({ state: 'pending', email, organizationId });
  expect((await sdk.userManagement.listInvitations({ organizationId })).data).toHaveLength(1);

  expect(await sdk.userManagement.acceptInvitation(invited.id)).toMatchObject({ state: 'accepted' });
  const { data } = await sdk.userManagement.listOrganizationMemberships({ organizationId });
  expect(data).toMatchObject([{ userId: 'user_01LKOUTSIDER', role: { slug: 'viewer' }, status: 'active' }]);
});

test('an invitation that was revoked cannot be accepted', async () => {
  const { id } = await sdk.userManagement.sendInvitation({ email: 'outsider@example.test' });
  expect(await sdk.userManagement.revokeInvitation(id)).toMatchObject({ state: 'revoked' });
  await expect(sdk.userManagement.acceptInvitation(id)).rejects.toMatchObject({ status: 400 });
});

test('a new environment has no connection and no directory', async () => {
  expect((await sdk.sso.listConnections()).data).toEqual([]);
  expect((await sdk.directorySync.listDirectories()).data).toEqual([]);
});

test('the link of an invitation leads to a page for whom it was sent to, who is a member then, and signed in', async () => {
  const { id: organizationId } = await sdk.organizations.createOrganization({ name: 'Fabrikam' });
  const email = 'nina@fabrikam.test';
  const { acceptInvitationUrl } = await sdk.userManagement.sendInvitation({
    email,
    organizationId,
    roleSlug: 'viewer',
  });
  const { to } = await visit(acceptInvitationUrl);
  const { page } = await visit(to?.href ?? '');
  expect(page).toContain('Join Fabrikam');
  const accept = /href="([^"]+)" data-user="nina@fabrikam.test"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
  // Nobody's app began that: there is a code and no state.
  const { to: callback } = await visit(`${workos.url}${accept}`);
  expect(callback?.href.startsWith(`${CALLBACK}?code=`)).toBe(true);
  expect(callback?.searchParams.has('state')).toBe(false);

  const { user, organizationId: signedInTo } = await signIn(sdk, { email });
  expect(user.emailVerified).toBe(true);
  expect(signedInTo).toBe(organizationId);
  const { status } = await visit(acceptInvitationUrl);
  expect(status).toBe(400);
});

test('nobody accepts an invitation that was sent to somebody else', async () => {
  const { id: organizationId } = await sdk.organizations.createOrganization({ name: 'Fabrikam' });
  const { id, acceptInvitationUrl } = await sdk.userManagement.sendInvitation({
    email: 'nina@fabrikam.test',
    organizationId,
  });
  const token = new URL(acceptInvitationUrl).searchParams.get('token') ?? '';
  await obtainCode(sdk, { email: 'outsider@example.test', invitationToken: token });
  expect(await sdk.userManagement.getInvitation(id)).toMatchObject({ state: 'pending' });
});

test('nobody is invited twice or while they are members, and what was answered is not sent again', async () => {
  const { id: organizationId } = await sdk.organizations.createOrganization({ name: 'Fabrikam' });
  const email = 'outsider@example.test';
  const { id } = await sdk.userManagement.sendInvitation({ email, organizationId });
  await expect(sdk.userManagement.sendInvitation({ email, organizationId })).rejects.toMatchObject({
    code: 'email_already_invited_to_organization',
  });
  expect(await sdk.userManagement.resendInvitation(id)).toMatchObject({ state: 'pending' });
  await sdk.userManagement.acceptInvitation(id);
  await expect(sdk.userManagement.resendInvitation(id)).rejects.toMatchObject({ status: 400 });
  await expect(sdk.userManagement.sendInvitation({ email, organizationId })).rejects.toMatchObject({
    code: 'user_already_organization_member',
  });
});

const make = (idempotencyKey: string) =>
  sdk.organizations.createOrganization({ name: 'Fabrikam' }, { idempotencyKey });

test('an organization that is made twice under one idempotency key is one', async () => {
  const { id } = await make('one');
  expect((await make('one')).id).toBe(id);
  expect((await make('two')).id).not.toBe(id);
});

const told = async (event: string) => (await sdk.events.listEvents({ events: [event as never] })).data;
const domainOf = async (id: string) => (await sdk.organizations.getOrganization(id)).domains[0];

const linkFor = async (intent: 'sso' | 'dsync' | 'domain_verification' | 'audit_logs') => {
  const { id: organization } = await sdk.organizations.createOrganization({
    name: 'Fabrikam',
    domainData: [{ domain: 'fabrikam.test', state: 'pending' as never }],
  });
  const { link } = await sdk.adminPortal.generateLink({ organization, intent, returnUrl: CALLBACK });
  const press = (body = {}) =>
    fetch(link, { method: 'POST', body: new URLSearchParams(body), redirect: 'manual' });
  return { organization, link, press };
};

describe('a link to the Admin Portal', () => {
  test('sso: connects an identity provider, once, and says so', async () => {
    const { organization, link, press } = await linkFor('sso');
    expect((await visit(link)).page).toContain('Connect a test identity provider');
    await press();
    await press();
    const { data } = await sdk.sso.listConnections({ organizationId: organization });
    expect(data).toMatchObject([{ state: 'active', name: 'Fabrikam (test)' }]);
    expect(await told('connection.activated')).toHaveLength(1);
  });

  test('dsync: connects a directory', async () => {
    const { organization, press } = await linkFor('dsync');
    await press();
    const { data } = await sdk.directorySync.listDirectories({ organizationId: organization });
    expect(data).toMatchObject([{ name: 'Fabrikam (test)' }]);
    expect(await told('dsync.activated')).toHaveLength(1);
  });

  test('domain_verification: verifies a domain of that organization and no other', async () => {
    const other = await linkFor('domain_verification');
    const { organization, press } = await linkFor('domain_verification');
    await press({ domain: (await domainOf(other.organization))?.id });
    expect(await domainOf(other.organization)).toMatchObject({ state: 'pending' });
    await press({ domain: (await domainOf(organization))?.id });
    expect(await domainOf(organization)).toMatchObject({ state: 'verified' });
    expect(await told('organization_domain.verified')).toHaveLength(1);
  });

  test('is good for five minutes', async () => {
    const { link } = await linkFor('audit_logs');
    expect((await visit(link)).status).toBe(200);
    time += 5 * 60 * 1000;
    expect((await visit(link)).status).toBe(400);
  });
});

test('sessions of a person are listed and ended; one that is over cannot be ended', async () => {
  const { user, session } = await signIn(sdk, { email: 'merchant@fmdf.test' });
  const { data } = await sdk.userManagement.listSessions(user.id);
  expect(data).toMatchObject([{ userId: user.id, status: 'active' }]);
  await sdk.userManagement.revokeSession({ sessionId: data[0]?.id ?? '' });
  expect((await sdk.userManagement.listSessions(user.id)).data).toEqual([]);
  expect(await session.refresh()).toMatchObject({ authenticated: false });
  await expect(sdk.userManagement.revokeSession({ sessionId: data[0]?.id ?? '' })).rejects.toMatchObject({
    status: 404,
  });
});
