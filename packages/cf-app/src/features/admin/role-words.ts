import { msg, type Phrase, type T } from '#/features/i18n/translate.ts';

const ROLE_NAMES: Readonly<Record<string, Phrase>> = {
  viewer: msg('Viewer'),
  analyst: msg('Analyst'),
  manager: msg('Manager'),
  owner: msg('Owner'),
};

/** A role as the page names it; one that we do not know, as WorkOS has it, since it gives nothing here. */
export function roleName(role: string | null, t: T): string {
  const name = ROLE_NAMES[role ?? ''];
  if (name !== undefined) return t(name);
  return role === null ? t('No role') : t('{role} (gives nothing)', { role });
}

const STATE_NAMES: Readonly<Record<string, Phrase>> = {
  active: msg('Active'),
  inactive: msg('Deactivated'),
  pending: msg('Pending'),
  accepted: msg('Accepted'),
  revoked: msg('Revoked'),
  expired: msg('Expired'),
  verified: msg('Verified'),
  legacy_verified: msg('Verified'),
  failed: msg('Failed'),
  linked: msg('Linked'),
  unlinked: msg('Not linked'),
  validating: msg('Being checked'),
  draft: msg('Draft'),
  invalid_credentials: msg('Wrong credentials'),
  deleting: msg('Being deleted'),
};

/** What state something is in; one that we do not know, as WorkOS calls it. */
export function stateName(state: string, t: T): string {
  const name = STATE_NAMES[state];
  return name === undefined ? state : t(name);
}
