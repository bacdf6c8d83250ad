import { expect, test } from 'vitest';
import { membershipThatCounts, satisfiesSso, type SignIn } from './membership.ts';
import type { Standing } from './standing.ts';

const unheardOf: Standing = {
  ended: false,
  gone: false,
  operator: false,
  membership: null,
  shutOut: false,
  requiresSso: false,
  stores: ['fmdf'],
  visiting: null,
};
const token = { id: 'org_1', role: 'manager' };

test.each<[rule: string, standing: Partial<Standing>, active: boolean, role: string | null]>([
  ['one that the mirror has not heard of counts as the token says', {}, true, 'manager'],
  ['one that is active counts', { membership: { active: true, role: 'manager' } }, true, 'manager'],
  [
    'one that is over does not, whatever the token says',
    { membership: { active: false, role: 'manager' } },
    false,
    'manager',
  ],
  [
    'somebody whom the directory let go is out',
    { membership: { active: true, role: 'manager' }, shutOut: true },
    false,
    'manager',
  ],
  [
    'a role that was taken away counts no more',
    { membership: { active: true, role: 'viewer' } },
    true,
    'viewer',
  ],
  [
    'a role that the token does not have yet does not count yet',
    { membership: { active: true, role: 'owner' } },
    true,
    'manager',
  ],
  [
    'an unknown role in the mirror gives nothing',
    { membership: { active: true, role: 'member' } },
    true,
    null,
  ],
])('%s', (_rule, standing, active, role) => {
  expect(membershipThatCounts(token, { ...unheardOf, ...standing })).toEqual({
    organizationId: 'org_1',
    active,
    role,
    stores: ['fmdf'],
  });
});

test.each<[what: string, signIn: SignIn | null, satisfied: boolean]>([
  ['the organization’s own single sign-on', { method: 'SSO', organizationId: 'org_1' }, true],
  ['single sign-on of another organization', { method: 'SSO', organizationId: 'org_2' }, false],
  ['single sign-on of no organization', { method: 'SSO', organizationId: null }, false],
  ['a link by e-mail', { method: 'MagicAuth', organizationId: 'org_1' }, false],
  ['a password', { method: 'Password', organizationId: 'org_1' }, false],
  ['Google', { method: 'GoogleOAuth', organizationId: 'org_1' }, false],
  ['a method that is not known', { method: null, organizationId: 'org_1' }, false],
  ['no session at all', null, false],
])('where single sign-on is required: %s', (_what, signIn, satisfied) => {
  expect(satisfiesSso(signIn, 'org_1')).toBe(satisfied);
});
