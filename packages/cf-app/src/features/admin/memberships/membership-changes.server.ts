import { env } from 'cloudflare:workers';
import { z } from 'zod';
import type { AuditEntry } from '#/features/access/audit-log.server.ts';
import type { Denial, SignInAgain } from '#/features/auth/person.ts';
import { requireRecentSignIn } from '#/features/auth/recent-sign-in.server.ts';
import { mirrored } from '#/features/mirror/mirrored.server.ts';
import { type MirroredRecord, readRecord } from '#/features/mirror/records.ts';
import { changeAtWorkOS, record, refuse, type WorkOSOperator } from '../at-workos.server.ts';
import type { ChangeRefused, UsualRefusal } from '../change-refused.ts';
import type { Role } from './roles.ts';

/** `membership_unknown`: it was deleted, or never was. */
export type MembershipChange =
  | { readonly ok: true }
  | ChangeRefused<'membership_unknown' | UsualRefusal>
  | SignInAgain
  | Denial;

/** Makes a member something else in their organization. */
export function giveRole(membershipId: string, role: Role): Promise<MembershipChange> {
  return changeMembership(membershipId, async (operator, { before }) => {
    await takeOver(
      operator,
      await operator.administration.setRole(membershipId, role),
      'membership.role',
      before,
    );
  });
}

/** Keeps a member out, or lets them in again. Who is kept out sees nothing of the organization on the next request. */
export function setStanding(membershipId: string, active: boolean): Promise<MembershipChange> {
  const action = active ? 'membership.reactivate' : 'membership.deactivate';
  return changeMembership(membershipId, async (operator, { before }) => {
    await takeOver(operator, await operator.administration.setActive(membershipId, active), action, before);
  });
}

/** Takes somebody out of an organization. */
export function removeMember(membershipId: string): Promise<MembershipChange> {
  return changeMembership(membershipId, async (operator, { stored, before }) => {
    await operator.administration.removeMembership(membershipId);
    await record(operator.change, [{ kind: 'delete', record: stored, at: operator.change.at }], {
      action: 'membership.remove',
      target: targetOf(before),
      before,
      after: null,
    });
  });
}

/** What the audit log says of a membership. */
const membership = z.object({
  user_id: z.string(),
  organization_id: z.string(),
  role: z.string().nullable(),
  status: z.string(),
});
interface Before {
  readonly user: string;
  readonly organization: string;
  readonly role: string | null;
  readonly status: string;
}

/** Revoking an owner takes a sign-in of the last minutes, in whichever way they lose what they are. */
function changeMembership(
  id: string,
  work: (operator: WorkOSOperator, known: { stored: MirroredRecord; before: Before }) => Promise<void>,
): Promise<MembershipChange> {
  return changeAtWorkOS(async (operator) => {
    const stored = await mirrored(env.DB, 'membership', id);
    if (stored === null) return refuse('membership_unknown');
    const before = described(stored);
    if (before.role === 'owner' && before.status === 'active') {
      const recent = requireRecentSignIn(operator.auth);
      if (!recent.ok) return recent;
    }
    await work(operator, { stored, before });
    return { ok: true };
  });
}

/** @param answer the membership as WorkOS has it now */
async function takeOver(
  operator: WorkOSOperator,
  answer: unknown,
  action: AuditEntry['action'],
  before: Before,
): Promise<void> {
  const stored = readRecord('membership', answer);
  const after = described(stored);
  await record(operator.change, [{ kind: 'put', record: stored }], {
    action,
    target: targetOf(before),
    before,
    after,
  });
}

function described({ values }: MirroredRecord): Before {
  const { user_id: user, organization_id: organization, role, status } = membership.parse(values);
  return { user, organization, role, status };
}

function targetOf({ user }: Before): string {
  return `user:${user}`;
}
