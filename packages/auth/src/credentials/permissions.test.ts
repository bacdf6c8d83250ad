import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { maySeeStore, type Permission, PERMISSIONS } from '../auth-context.ts';
import { accessOf } from './access.ts';
import type { ClientClaim, UserClaim } from './claim.ts';

const merchant: UserClaim = {
  kind: 'user',
  userId: 'user_merchant',
  adminUserIds: new Set(['user_admin']),
  internalOrganizationId: null,
  mapped: [],
  membership: null,
};
const member = (role: string | null, stores = ['harbor'], active = true): UserClaim => ({
  ...merchant,
  membership: { organizationId: 'org_1', active, role, stores },
});
const reading: Permission[] = ['stats:read', 'stats:export'];

test.each<[who: string, claim: UserClaim, permissions: readonly Permission[]]>([
  ['somebody with no store may do nothing', merchant, []],
  ['a mapped store may be read and exported', { ...merchant, mapped: ['fmdf'] }, reading],
  ['an administrator may do everything', { ...merchant, userId: 'user_admin' }, PERMISSIONS],
  ['a viewer may read', member('viewer'), ['stats:read']],
  ['an analyst may export too', member('analyst'), reading],
  ['a manager may manage stores', member('manager'), [...reading, 'events:write', 'store:manage']],
  [
    'an owner may manage members and keys',
    member('owner'),
    [...reading, 'events:write', 'store:manage', 'members:manage', 'keys:manage'],
  ],
  [
    'an owner of an organization without stores manages it',
    member('owner', []),
    ['members:manage', 'keys:manage'],
  ],
  ['an unknown role gives nothing', member('superuser'), []],
  ['a role named like something every object has gives nothing', member('constructor'), []],
  ['no role gives nothing', member(null), []],
  ['an owner whose membership ended may do nothing', member('owner', ['harbor'], false), []],
  [
    'a role does not reach a store that is mapped and not the organization’s',
    { ...member('manager'), mapped: ['fmdf'] },
    reading,
  ],
  [
    'a viewer with another store mapped exports neither',
    { ...member('viewer'), mapped: ['fmdf'] },
    ['stats:read'],
  ],
  [
    'on a store that comes both ways, both count',
    { ...member('manager'), mapped: ['harbor'] },
    [...reading, 'events:write', 'store:manage'],
  ],
])('%s', (_who, claim, permissions) => {
  expect(accessOf(claim).permissions).toEqual(new Set(permissions));
});

const key = (scopes: string[], person?: UserClaim): ClientClaim => ({
  kind: 'api-key',
  owner: { stores: ['harbor'] },
  scopes,
  ...(person === undefined ? {} : { person }),
});

test.each<[scope: string, claim: ClientClaim, permissions: readonly Permission[]]>([
  [
    'the scopes of a key are what it may do',
    key(['stats:read', 'events:write']),
    ['stats:read', 'events:write'],
  ],
  ['an unknown scope gives nothing', key(['stats:*', 'Stats:Read', 'openid', '']), []],
  ['no scope makes keys or an administrator', key(['keys:manage', 'admin', 'members:manage']), []],
  ['a key whose owner could not be read may do nothing', { ...key(['stats:read']), owner: null }, []],
  ['a person’s key may do no more than the person', key([...reading], member('viewer')), ['stats:read']],
  [
    'a person’s key may do nothing once the person may not',
    key([...reading], member('viewer', [], false)),
    [],
  ],
])('%s', (_scope, claim, permissions) => {
  expect(accessOf(claim).permissions).toEqual(new Set(permissions));
});

const slugs = fc.uniqueArray(fc.constantFrom<string[]>('a1', 'b2', 'c3', 'd4'));
const people = fc.record({
  kind: fc.constant('user' as const),
  userId: fc.constantFrom('user_admin', 'user_1'),
  adminUserIds: fc.constant(new Set(['user_admin'])),
  internalOrganizationId: fc.constantFrom(null, 'org_1', 'org_2'),
  mapped: slugs,
  membership: fc.option(
    fc.record({
      organizationId: fc.constantFrom('org_1', 'org_2'),
      active: fc.boolean(),
      role: fc.constantFrom(null, 'viewer', 'analyst', 'manager', 'owner', 'other'),
      stores: slugs,
    }),
  ),
});
const scopeLists = fc.array(fc.constantFrom(...PERMISSIONS, 'openid', 'stats:*'));

test('a person’s key never reaches a store, nor a permission, that the person or the organization has not', () => {
  fc.assert(
    fc.property(people, scopeLists, slugs, (person, scopes, stores) => {
      const owner = accessOf(person);
      const access = accessOf({ kind: 'api-key', owner: { stores }, scopes, person });
      for (const slug of access.stores) {
        expect(stores).toContain(slug);
        expect(maySeeStore(owner.stores, slug)).toBe(true);
      }
      for (const permission of access.permissions) expect(scopes).toContain(permission);
      expect(access.stores).not.toBe('all');
      expect(access.permissions).not.toContain('admin');
      expect(access.permissions).not.toContain('keys:manage');
    }),
  );
});
