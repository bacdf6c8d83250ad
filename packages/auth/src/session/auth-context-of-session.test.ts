import { expect, test } from 'vitest';
import { authContextOfSession } from './auth-context-of-session.ts';

const session = {
  accessToken: 'a',
  refreshToken: 'r',
  user: { id: 'user_1', email: 'a@example.test', firstName: 'Ada', lastName: null },
};
const access = { stores: ['fmdf'], permissions: new Set(['stats:read'] as const) };
const claims = { iss: 'i', sub: 'user_1', sid: 'session_1', client_id: 'client_1', exp: 0 };

test('a person without an organization', () => {
  expect(authContextOfSession(session, claims, access)).toEqual({
    principal: { kind: 'user', id: 'user_1', email: 'a@example.test', name: 'Ada' },
    via: 'session',
    organization: null,
    stores: ['fmdf'],
    permissions: new Set(['stats:read']),
    sessionId: 'session_1',
    degraded: false,
  });
});

test('the organization and role of the session come from the checked token', () => {
  const inOrganization = { ...claims, org_id: 'org_1', role: 'admin', permissions: ['widgets:manage'] };
  expect(authContextOfSession(session, inOrganization, access).organization).toEqual({
    id: 'org_1',
    role: 'admin',
    permissions: ['widgets:manage'],
  });
});

test('who is asking is the token’s subject, whatever the cookie’s profile says', () => {
  const profile = { ...session, user: { ...session.user, id: 'user_01LKADMIN' } };
  expect(authContextOfSession(profile, claims, access).principal.id).toBe('user_1');
});

test('an impersonation stays visible', () => {
  const impersonated = { ...session, impersonator: { email: 'support@layerkick.test', reason: 'ticket 7' } };
  expect(authContextOfSession(impersonated, claims, access).impersonator).toEqual(impersonated.impersonator);
});

test('when somebody signed in: as the provider says, else as it was noted here', () => {
  const noted = { ...session, signedInAt: 1_000_000 };
  expect(authContextOfSession(noted, claims, access).authenticatedAt).toBe(1_000_000);
  expect(authContextOfSession(noted, { ...claims, auth_time: 500 }, access).authenticatedAt).toBe(500_000);
});

test('on the last good answer, for as long as WorkOS cannot be asked: marked as such', () => {
  expect(authContextOfSession(session, claims, access, true).degraded).toBe(true);
});
