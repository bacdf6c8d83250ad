import { expect, test } from 'vitest';
import { groupsOf, roleOfGroups } from './group-roles.ts';

const roles = [
  { group: 'fmdf-owners', organization: 'org_fmdf', role: 'owner' },
  { group: 'fmdf-staff', organization: 'org_fmdf', role: 'viewer' },
  { group: 'northwind-owners', organization: 'org_northwind', role: 'owner' },
];

test.each([
  ['one group', ['fmdf-staff'], { organization: 'org_fmdf', role: 'viewer' }],
  [
    'two of one organization: the first entry',
    ['fmdf-staff', 'fmdf-owners'],
    { organization: 'org_fmdf', role: 'owner' },
  ],
  [
    'two organizations: the first entry',
    ['northwind-owners', 'fmdf-staff'],
    { organization: 'org_fmdf', role: 'viewer' },
  ],
  ['groups that mean nothing here', ['everybody', 'FMDF-OWNERS', 'fmdf-owners '], null],
  ['none', [], null],
])('%s', (_what, groups, role) => {
  expect(roleOfGroups(groups, roles)).toEqual(role);
});

test.each([
  ['a list', ['a', 'b'], ['a', 'b']],
  ['one group alone', 'a', ['a']],
  ['none', undefined, []],
  ['a list with something else in it: nothing of it counts', ['a', 1], null],
  ['an object', { a: true }, null],
])('the claim may be %s', (_what, claim, groups) => {
  expect(groupsOf(claim)).toEqual(groups);
});
