import { expect, test } from 'vitest';
import { type ClaimedDomain, domainJoin, type DomainJoin, isFreeMail } from './domain-join.ts';

const acme: ClaimedDomain = {
  organizationId: 'org_acme',
  domain: 'acme.com',
  verified: true,
  autoJoinRole: 'viewer',
};
const ann = { email: 'ann@acme.com', emailVerified: true };
const no = (reason: Extract<DomainJoin, { join: false }>['reason']): DomainJoin => ({ join: false, reason });

test('a verified address under the verified domain of one organization that allows it joins, in its role', () => {
  const joined = { join: true, organizationId: 'org_acme', role: 'viewer' };
  expect(domainJoin(ann, [acme])).toEqual(joined);
  expect(domainJoin({ ...ann, email: 'Ann@ACME.com' }, [acme])).toEqual(joined);
});

test.each<[attack: string, person: typeof ann, domains: readonly ClaimedDomain[], outcome: DomainJoin]>([
  ['an address that nobody verified', { ...ann, emailVerified: false }, [acme], no('email_unverified')],
  [
    'a domain that the organization only says is its own',
    ann,
    [{ ...acme, verified: false }],
    no('no_organization'),
  ],
  ['a subdomain of it', { ...ann, email: 'ann@mail.acme.com' }, [acme], no('no_organization')],
  ['a domain that ends alike', { ...ann, email: 'ann@notacme.com' }, [acme], no('no_organization')],
  ['two at-signs', { ...ann, email: 'ann@acme.com@evil.test' }, [acme], no('free_mail')],
  ['the domain as a name', { ...ann, email: '"ann@acme.com"@evil.test' }, [acme], no('free_mail')],
  ['an organization that does not allow it', ann, [{ ...acme, autoJoinRole: null }], no('not_allowed')],
  [
    'a domain that two organizations verified: neither, even if only one allows it',
    ann,
    [acme, { ...acme, organizationId: 'org_other', autoJoinRole: null }],
    no('several_organizations'),
  ],
  [
    'a free-mail domain that somebody claims',
    { ...ann, email: 'ann@gmail.com' },
    [{ ...acme, domain: 'gmail.com' }],
    no('free_mail'),
  ],
])('%s', (_attack, person, domains, outcome) => {
  expect(domainJoin(person, domains)).toEqual(outcome);
});

test('free mail is recognised in every country', () => {
  expect(['yahoo.fr', 'hotmail.co.uk', 'gmx.at', 'GMAIL.com'].every(isFreeMail)).toBe(true);
  expect(isFreeMail('acme.com')).toBe(false);
});
