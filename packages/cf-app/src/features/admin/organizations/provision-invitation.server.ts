import { env } from 'cloudflare:workers';
import { z } from 'zod';
import type { Change } from '#/features/access/audit-log.server.ts';
import { readRecord } from '#/features/mirror/records.ts';
import { administration, record } from '../at-workos.server.ts';

export interface InvitationToProvision {
  readonly organization: string;
  /** In lower case. */
  readonly email: string;
  readonly role: string;
}

/** `member`: is one already. `waiting`: was invited and has not answered. */
export type InvitationState = 'member' | 'waiting' | 'sent';

/** Invites somebody who is neither a member nor invited. WorkOS sends the e-mail, once. */
export async function provisionInvitation(
  { organization, email, role }: InvitationToProvision,
  change: Change,
): Promise<InvitationState> {
  const known = await stateOf(organization, email, change.at);
  if (known !== null) return known;
  const sent = readRecord(
    'invitation',
    await administration().invite({ email, organizationId: organization, role, inviterId: null }),
  );
  await record(change, [{ kind: 'put', record: sent }], {
    action: 'invitation.send',
    target: `invitation:${sent.id}`,
    before: null,
    // Where to and not to whom: an address is personal, and the entry stays.
    after: { organization_id: organization, role, state: sent.values['state'] },
  });
  return 'sent';
}

const found = z.object({ member: z.number(), waiting: z.number() });

async function stateOf(organization: string, email: string, now: number): Promise<InvitationState | null> {
  const row = await env.DB.prepare(
    `SELECT EXISTS (
       SELECT 1 FROM user u JOIN membership m ON m.user_id = u.id AND m.deleted_at IS NULL
       WHERE u.email = ?1 AND u.deleted_at IS NULL AND m.organization_id = ?2
     ) AS member, EXISTS (
       SELECT 1 FROM invitation WHERE email = ?1 AND organization_id = ?2 AND deleted_at IS NULL AND state = 'pending'
         AND (expires_at IS NULL OR expires_at > ?3)
     ) AS waiting`,
  )
    .bind(email, organization, now)
    .first();
  const { member, waiting } = found.parse(row);
  if (member === 1) return 'member';
  return waiting === 1 ? 'waiting' : null;
}
