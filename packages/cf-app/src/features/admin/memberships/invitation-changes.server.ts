import { env } from 'cloudflare:workers';
import { z } from 'zod';
import type { AuditEntry } from '#/features/access/audit-log.server.ts';
import type { Denial } from '#/features/auth/person.ts';
import { mirrored } from '#/features/mirror/mirrored.server.ts';
import { type MirroredRecord, readRecord } from '#/features/mirror/records.ts';
import { changeAtWorkOS, record, refuse, type WorkOSOperator } from '../at-workos.server.ts';
import type { ChangeRefused, UsualRefusal } from '../change-refused.ts';
import type { NewInvitation } from './memberships.schema.ts';

export type InvitationChange =
  | { readonly ok: true }
  | ChangeRefused<'organization_unknown' | 'invitation_unknown' | UsualRefusal>
  | Denial;

/** WorkOS sends the e-mail. */
export function invite({ email, organization, role }: NewInvitation): Promise<InvitationChange> {
  return changeAtWorkOS(async (operator) => {
    if (organization !== null && (await mirrored(env.DB, 'organization', organization)) === null)
      return refuse('organization_unknown');
    const sent = await operator.administration.invite({
      email,
      organizationId: organization,
      role,
      inviterId: operator.auth.principal.id,
    });
    await takeOver(operator, sent, 'invitation.send', null);
    return { ok: true };
  });
}

/** Sends the e-mail again, with a new link. */
export function resend(invitationId: string): Promise<InvitationChange> {
  return changeInvitation(invitationId, 'invitation.resend', (operator) =>
    operator.administration.resendInvitation(invitationId),
  );
}

/** The link in the e-mail leads nowhere from here on. */
export function revoke(invitationId: string): Promise<InvitationChange> {
  return changeInvitation(invitationId, 'invitation.revoke', (operator) =>
    operator.administration.revokeInvitation(invitationId),
  );
}

function changeInvitation(
  id: string,
  action: AuditEntry['action'],
  ask: (operator: WorkOSOperator) => Promise<unknown>,
): Promise<InvitationChange> {
  return changeAtWorkOS(async (operator) => {
    const stored = await mirrored(env.DB, 'invitation', id);
    if (stored === null) return refuse('invitation_unknown');
    await takeOver(operator, await ask(operator), action, described(stored));
    return { ok: true };
  });
}

async function takeOver(
  operator: WorkOSOperator,
  answer: unknown,
  action: AuditEntry['action'],
  before: object | null,
): Promise<void> {
  const stored = readRecord('invitation', answer);
  const target = `invitation:${stored.id}`;
  await record(operator.change, [{ kind: 'put', record: stored }], {
    action,
    target,
    before,
    after: described(stored),
  });
}

/** The audit log says where to and not to whom: an address is personal, and the entry stays. */
const described = ({ values }: MirroredRecord) =>
  z
    .object({ organization_id: z.string().nullable(), role: z.string().nullable(), state: z.string() })
    .parse(values);
