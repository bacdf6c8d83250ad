import type { AuthContext } from '@layerkick/auth/auth-context';
import { expect, test } from 'vitest';
import { inRequest } from '#/lib/request-under-test.ts';
import { forbiddenTo } from './guard.server.ts';

const auth: AuthContext = {
  principal: { kind: 'user', id: 'user_01M' },
  via: 'session',
  organization: { id: 'org_acme', role: 'viewer', permissions: [] },
  stores: ['acme-shop'],
  permissions: new Set(['stats:read'] as const),
  degraded: false,
};
const nobodyThere: AuthContext = { ...auth, organization: null, stores: [], outside: true };

test.each([
  [
    'a member of the organization that is asked stays at its address',
    '/org/acme/stats/x',
    auth,
    '/org/acme/',
  ],
  ['whoever is nobody in it finds their own stores', '/org/acme/stats/x', nobodyThere, '/'],
  ['without one, there is one address', '/stats/x', auth, '/'],
])('who may not see something: %s', async (_, path, who, home) => {
  const { answer } = await inRequest(() => forbiddenTo(who), { path });
  expect(answer.home).toBe(home);
});
