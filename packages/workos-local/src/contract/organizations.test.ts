import { AuthenticationException } from '@workos-inc/node';
import { decodeJwt } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startWorkosLocal, type WorkosLocal } from '../server.ts';
import { obtainCode, sdkFor, signIn } from './app.ts';

const AGENCY = { id: 'user_01LKAGENCY', email: 'agency@layerkick.test' };

let workos: WorkosLocal;
let sdk: ReturnType<typeof sdkFor>;
beforeEach(async () => {
  workos = await startWorkosLocal();
  sdk = sdkFor(workos);
});
afterEach(() => workos.close());

/** An organization with the agency's person in it. */
async function join(name: string, roleSlug = 'member') {
  const organization = await sdk.organizations.createOrganization({ name });
  const membership = await sdk.userManagement.createOrganizationMembership({
    organizationId: organization.id,
    userId: AGENCY.id,
    roleSlug,
  });
  return { organization, membership };
}

/** The 403 that a sign-in meets when there is a choice to make. */
async function refusedSignIn(): Promise<AuthenticationException> {
  const refusal: unknown = await signIn(sdk, AGENCY).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(refusal instanceof AuthenticationException))
    throw new Error('the sign-in was not refused', { cause: refusal });
  return refusal;
}

test('nobody is in an organization to begin with, and the token names none', async () => {
  const { accessToken, organizationId } = await signIn(sdk, AGENCY);
  expect(organizationId).toBeUndefined();
  for (const claim of ['org_id', 'role', 'roles', 'permissions'])
    expect(decodeJwt(accessToken)).not.toHaveProperty(claim);
});

test('the only active membership is chosen, with its role and permissions in the token', async () => {
  await sdk.authorization.createPermission({ slug: 'stats:read', name: 'Read statistics' });
  await sdk.authorization.createEnvironmentRole({ slug: 'analyst', name: 'Analyst' });
  await sdk.authorization.setEnvironmentRolePermissions('analyst', { permissions: ['stats:read'] });
  const { organization } = await join('Fabrikam', 'analyst');
  const left = await join('Contoso');
  await sdk.userManagement.deactivateOrganizationMembership(left.membership.id);

  const { accessToken, organizationId, session } = await signIn(sdk, AGENCY);
  expect(organizationId).toBe(organization.id);
  const claims = {
    org_id: organization.id,
    role: 'analyst',
    roles: ['analyst'],
    permissions: ['stats:read'],
  };
  expect(decodeJwt(accessToken)).toMatchObject(claims);
  expect(await session.refresh()).toMatchObject({ authenticated: true, organizationId: organization.id });
});

test('several active memberships: the person has to choose, and the choice finishes the sign-in', async () => {
  const first = await join('Fabrikam');
  const second = await join('Contoso');
  const refusal = await refusedSignIn();
  expect(refusal).toMatchObject({ status: 403, code: 'organization_selection_required' });
  expect(refusal.rawData).toMatchObject({
    organizations: [
      { id: first.organization.id, name: 'Fabrikam' },
      { id: second.organization.id, name: 'Contoso' },
    ],
    user: { id: AGENCY.id },
  });

  const choice = {
    pendingAuthenticationToken: refusal.pendingAuthenticationToken ?? '',
    organizationId: second.organization.id,
  };
  const answer = await sdk.userManagement.authenticateWithOrganizationSelection(choice);
  expect(decodeJwt(answer.accessToken)['org_id']).toBe(second.organization.id);
  await expect(sdk.userManagement.authenticateWithOrganizationSelection(choice)).rejects.toMatchObject({
    error: 'invalid_pending_authentication_token',
  });
});

test('an organization that is not the person’s cannot be chosen; a right choice can follow', async () => {
  const mine = await join('Fabrikam');
  await join('Contoso');
  const theirs = await sdk.organizations.createOrganization({ name: 'Northwind' });
  const { pendingAuthenticationToken = '' } = await refusedSignIn();
  const choose = (organizationId: string) =>
    sdk.userManagement.authenticateWithOrganizationSelection({ pendingAuthenticationToken, organizationId });
  await expect(choose(theirs.id)).rejects.toMatchObject({ status: 403, error: 'access_denied' });
  expect(await choose(mine.organization.id)).toMatchObject({ organizationId: mine.organization.id });
});

test('an app that asks for an organization gets it without a choice', async () => {
  await join('Fabrikam');
  const { organization } = await join('Contoso');
  const answer = await signIn(sdk, { ...AGENCY, organizationId: organization.id });
  expect(answer.organizationId).toBe(organization.id);
});

test('asking for an organization that the person is not in returns an error instead of a code', async () => {
  const { id } = await sdk.organizations.createOrganization({ name: 'Northwind' });
  const { callback, code } = await obtainCode(sdk, { ...AGENCY, organizationId: id });
  expect(code).toBe('');
  expect(callback.searchParams.get('error')).toBe('access_denied');
  expect(callback.searchParams.get('state')).toBe('state-of-the-app');
});

test('a membership that ends between the sign-in page and the code gives no session', async () => {
  const { organization, membership } = await join('Fabrikam');
  const { code, codeVerifier } = await obtainCode(sdk, { ...AGENCY, organizationId: organization.id });
  await sdk.userManagement.deactivateOrganizationMembership(membership.id);
  await expect(sdk.userManagement.authenticateWithCode({ code, codeVerifier })).rejects.toMatchObject({
    status: 403,
    error: 'access_denied',
  });
});

test('a refresh moves the session to another organization of the person, and it stays there', async () => {
  const first = await join('Fabrikam');
  const second = await join('Contoso');
  const { session } = await signIn(sdk, { ...AGENCY, organizationId: first.organization.id });
  const moved = await session.refresh({ organizationId: second.organization.id });
  expect(moved).toMatchObject({ authenticated: true, organizationId: second.organization.id });
  expect(await session.refresh()).toMatchObject({ organizationId: second.organization.id });
});

test('a refresh into an organization that the person is not in is refused and spends nothing', async () => {
  const { organization } = await join('Fabrikam');
  const theirs = await sdk.organizations.createOrganization({ name: 'Northwind' });
  const { session } = await signIn(sdk, AGENCY);
  const refused = session.refresh({ organizationId: theirs.id });
  await expect(refused).rejects.toMatchObject({ status: 403, error: 'access_denied' });
  expect(await session.refresh()).toMatchObject({ authenticated: true, organizationId: organization.id });
});

test('a session cannot be refreshed in an organization whose membership was deactivated', async () => {
  const { membership } = await join('Fabrikam');
  const { session } = await signIn(sdk, AGENCY);
  await sdk.userManagement.deactivateOrganizationMembership(membership.id);
  await expect(session.refresh()).rejects.toMatchObject({ status: 403, error: 'access_denied' });
});
