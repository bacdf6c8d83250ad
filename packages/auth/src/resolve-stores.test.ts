import { expect, test } from 'vitest';
import type { Claim } from './credentials/claim.ts';
import { reasonsOfPerson, resolveStores } from './resolve-stores.ts';

const merchant = {
  kind: 'user',
  userId: 'user_merchant',
  adminUserIds: new Set(['user_admin']),
  internalOrganizationId: 'org_internal',
  mapped: ['fmdf'],
  membership: null,
} as const satisfies Claim;
const agency = {
  organizationId: 'org_agency',
  active: true,
  role: 'viewer',
  stores: ['northwind', 'harbor'],
};
const internal = { organizationId: 'org_internal', active: true, role: null, stores: [] };

test.each<[rule: string, claim: Claim, stores: ReturnType<typeof resolveStores>]>([
  ['1: a person in the admin allowlist sees all', { ...merchant, userId: 'user_admin' }, 'all'],
  ['1: an active member of the internal organization sees all', { ...merchant, membership: internal }, 'all'],
  [
    '1: an inactive member of the internal organization sees only what is mapped',
    { ...merchant, membership: { ...internal, active: false } },
    ['fmdf'],
  ],
  [
    '1: without an internal organization, no membership is it',
    { ...merchant, internalOrganizationId: null, membership: internal },
    ['fmdf'],
  ],
  [
    '1: an id that merely starts like an admin’s sees no more',
    { ...merchant, userId: 'user_adminx' },
    ['fmdf'],
  ],
  ['2: a merchant sees the mapped stores', merchant, ['fmdf']],
  [
    '2: mapped stores and the organization’s stores add up',
    { ...merchant, membership: agency },
    ['fmdf', 'northwind', 'harbor'],
  ],
  [
    '2: a store that comes both ways is there once',
    { ...merchant, mapped: ['harbor'], membership: agency },
    ['harbor', 'northwind'],
  ],
  [
    '2: an inactive membership gives nothing',
    { ...merchant, membership: { ...agency, active: false } },
    ['fmdf'],
  ],
  ...[null, 'superuser', 'constructor'].map((role): [string, Claim, string[]] => [
    `2: a role that is not known (${role}) gives nothing`,
    { ...merchant, membership: { ...agency, role } },
    ['fmdf'],
  ]),
  [
    '3: an API key sees its organization’s stores',
    { kind: 'api-key', owner: agency, scopes: [] },
    ['northwind', 'harbor'],
  ],
  [
    '3: an application sees its organization’s stores',
    { kind: 'service', owner: agency, scopes: [] },
    ['northwind', 'harbor'],
  ],
  [
    '3: a person’s API key sees those of the organization’s stores that the person sees',
    { kind: 'api-key', owner: agency, scopes: [], person: { ...merchant, mapped: ['fmdf', 'harbor'] } },
    ['harbor'],
  ],
  [
    '3: an administrator’s API key sees its organization’s stores, not all',
    { kind: 'api-key', owner: agency, scopes: [], person: { ...merchant, userId: 'user_admin' } },
    ['northwind', 'harbor'],
  ],
  ['4: a key whose owner could not be read sees nothing', { kind: 'api-key', owner: null, scopes: [] }, []],
  ['4: a person whose mapping could not be read sees nothing', { ...merchant, mapped: [] }, []],
])('rule %s', (_rule, claim, stores) => {
  expect(resolveStores(claim)).toEqual(stores);
});

test('each store of a person has its reasons, one that comes both ways has two', () => {
  expect(reasonsOfPerson({ ...merchant, mapped: ['harbor'], membership: agency })).toEqual([
    { stores: ['harbor'], reason: { by: 'mapping' } },
    {
      stores: ['northwind', 'harbor'],
      reason: { by: 'organization', organizationId: 'org_agency', role: 'viewer' },
    },
  ]);
});

test.each<[why: string, claim: object, by: string]>([
  ['the allowlist', { userId: 'user_admin', membership: internal }, 'allowlist'],
  ['the internal organization', { membership: internal }, 'internal-organization'],
])('an operator sees all by %s, and nothing else is asked', (_why, claim, by) => {
  expect(reasonsOfPerson({ ...merchant, ...claim })).toEqual([{ stores: 'all', reason: { by } }]);
});

test('what gives nothing is no reason: a role that is not known, an inactive membership, a deleted person', () => {
  const mapped = [{ stores: ['fmdf'], reason: { by: 'mapping' } }];
  expect(reasonsOfPerson({ ...merchant, membership: { ...agency, role: 'superuser' } })).toEqual(mapped);
  expect(reasonsOfPerson({ ...merchant, membership: { ...agency, active: false } })).toEqual(mapped);
  expect(reasonsOfPerson({ ...merchant, gone: true })).toEqual([]);
});
