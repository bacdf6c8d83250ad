import type { Records, UserRecord } from './emulator.ts';
import { userByEmail } from './directory.ts';
import { joinOrganization } from './memberships.ts';

export type InvitationRecord = NonNullable<ReturnType<Records['invitations']['get']>>;

/** The invitation that a token of its e-mail is for, while it can be accepted. @param now epoch ms */
export function waitingInvitation(records: Records, token: string, now: number): InvitationRecord | null {
  const invitation = records.invitations.findOneBy('token', token);
  return invitation && isWaiting(invitation, now) ? invitation : null;
}

/** @param now epoch ms */
export function isWaiting({ state, expires_at }: InvitationRecord, now: number): boolean {
  return state === 'pending' && Date.parse(expires_at) > now;
}

/** Who was invited is a person from here on, with a proven address, and a member where they were invited to be one. */
export function acceptInvitation(records: Records, invitation: InvitationRecord): UserRecord {
  const user = userByEmail(records, invitation.email) ?? newUser(records, invitation.email);
  const accepted = records.invitations.update(invitation.id, { state: 'accepted' });
  records.events.insert({
    object: 'event',
    event: 'invitation.accepted',
    data: { ...(accepted ?? invitation) },
    environment_id: null,
  });
  const organization = records.organizations.get(invitation.organization_id ?? '');
  if (organization) joinOrganization(records, user.id, organization, invitation.role_slug ?? 'member');
  return user;
}

function newUser(records: Records, email: string): UserRecord {
  return records.users.insert({
    object: 'user',
    email,
    first_name: null,
    last_name: null,
    email_verified: true,
    profile_picture_url: null,
    last_sign_in_at: null,
    external_id: null,
    metadata: {},
    locale: null,
    password_hash: null,
    impersonator: null,
  });
}
