/** A domain of an organization as WorkOS has it, with what the organization lets happen by it. */
export interface ClaimedDomain {
  readonly organizationId: string;
  readonly domain: string;
  readonly verified: boolean;
  /** The role of those who join by it; null where nobody does. */
  readonly autoJoinRole: string | null;
}

export type DomainJoin =
  | { readonly join: true; readonly organizationId: string; readonly role: string }
  | {
      readonly join: false;
      readonly reason:
        | 'email_unverified'
        | 'free_mail'
        | 'no_organization'
        | 'several_organizations'
        | 'not_allowed';
    };

/**
 * The organization that somebody joins by their e-mail's domain when they first sign in: a verified address under a
 * verified domain of exactly one organization that allows it. Addresses that anybody can get belong to nobody.
 */
export function domainJoin(
  person: { readonly email: string; readonly emailVerified: boolean },
  domains: readonly ClaimedDomain[],
): DomainJoin {
  if (!person.emailVerified) return { join: false, reason: 'email_unverified' };
  const domain = domainOf(person.email);
  if (domain === null || isFreeMail(domain)) return { join: false, reason: 'free_mail' };
  const claims = domains.filter((each) => each.verified && each.domain.toLowerCase() === domain);
  const organizations = new Set(claims.map(({ organizationId }) => organizationId));
  if (organizations.size > 1) return { join: false, reason: 'several_organizations' };
  const [claim] = claims;
  if (claim === undefined) return { join: false, reason: 'no_organization' };
  if (claim.autoJoinRole === null) return { join: false, reason: 'not_allowed' };
  return { join: true, organizationId: claim.organizationId, role: claim.autoJoinRole };
}

/** What stands after the only `@`, in lower case; null where that is not one domain. */
export function domainOf(email: string): string | null {
  const [local, domain, ...more] = email.toLowerCase().split('@');
  return local && domain && more.length === 0 && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain) ? domain : null;
}

/** Whether anybody can get an address under a domain, so that no organization can claim it. */
export function isFreeMail(domain: string): boolean {
  const name = domain.toLowerCase();
  return FREE_MAIL.has(name) || FREE_MAIL_EVERYWHERE.has(name.split('.')[0] ?? '');
}

/** Under any ending: yahoo.fr, hotmail.co.uk. */
const FREE_MAIL_EVERYWHERE: ReadonlySet<string> = new Set([
  'yahoo',
  'hotmail',
  'outlook',
  'live',
  'gmx',
  'yandex',
]);
const FREE_MAIL: ReadonlySet<string> = new Set([
  'gmail.com',
  'googlemail.com',
  'icloud.com',
  'me.com',
  'mac.com',
  'aol.com',
  'msn.com',
  'web.de',
  't-online.de',
  'freenet.de',
  'posteo.de',
  'mailbox.org',
  'mail.com',
  'mail.ru',
  'proton.me',
  'protonmail.com',
  'pm.me',
  'fastmail.com',
  'zoho.com',
  'hey.com',
  'tutanota.com',
  'tuta.io',
  'orange.fr',
  'laposte.net',
  'libero.it',
  'qq.com',
  '163.com',
  'naver.com',
  'comcast.net',
  'verizon.net',
  'btinternet.com',
  'duck.com',
]);
