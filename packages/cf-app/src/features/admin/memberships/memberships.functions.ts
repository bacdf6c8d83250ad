import { createServerFn } from '@tanstack/react-start';
import { invite, resend, revoke } from './invitation-changes.server.ts';
import { giveRole, removeMember, setStanding } from './membership-changes.server.ts';
import {
  invitationToChange,
  membershipToChange,
  newInvitation,
  roleToGive,
  standingToGive,
} from './memberships.schema.ts';

/** Makes a member something else in their organization. */
export const changeRole = createServerFn({ method: 'POST' })
  .validator(roleToGive)
  .handler(({ data }) => giveRole(data.membership, data.role));

/** Keeps a member out of their organization, or lets them in again. */
export const changeStanding = createServerFn({ method: 'POST' })
  .validator(standingToGive)
  .handler(({ data }) => setStanding(data.membership, data.active));

/** Takes somebody out of an organization. */
export const endMembership = createServerFn({ method: 'POST' })
  .validator(membershipToChange)
  .handler(({ data }) => removeMember(data.membership));

/** Invites an address into an organization. */
export const sendInvitation = createServerFn({ method: 'POST' })
  .validator(newInvitation)
  .handler(({ data }) => invite(data));

export const resendInvitation = createServerFn({ method: 'POST' })
  .validator(invitationToChange)
  .handler(({ data }) => resend(data.invitation));

export const revokeInvitation = createServerFn({ method: 'POST' })
  .validator(invitationToChange)
  .handler(({ data }) => revoke(data.invitation));
