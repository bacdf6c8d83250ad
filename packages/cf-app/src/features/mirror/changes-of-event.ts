import { z } from 'zod';
import { type MirroredRecord, type MirrorTable, readRecord } from './records.ts';

/** An event as webhooks and the Events API deliver it. */
export const workosEvent = z.object({
  id: z.string().min(1).max(200),
  event: z.string().min(1).max(200),
  created_at: z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
  data: z.record(z.string(), z.unknown()),
});
export type WorkOSEvent = z.output<typeof workosEvent>;

/** What an event changes here. */
export type MirrorChange =
  | { readonly kind: 'put'; readonly record: MirroredRecord }
  | { readonly kind: 'delete'; readonly record: MirroredRecord; readonly at: number }
  | {
      readonly kind: 'begin-session';
      readonly sid: string;
      readonly userId: string;
      readonly organizationId: string | null;
      readonly at: number;
    }
  | { readonly kind: 'end-session'; readonly sid: string };

/** The types of events that something here depends on, as the Events API is asked for them. */
export const EVENT_TYPES = [
  'user.created',
  'user.updated',
  'user.deleted',
  'organization.created',
  'organization.updated',
  'organization.deleted',
  'organization_domain.created',
  'organization_domain.updated',
  'organization_domain.verified',
  'organization_domain.verification_failed',
  'organization_domain.deleted',
  'organization_membership.created',
  'organization_membership.updated',
  'organization_membership.deleted',
  'invitation.created',
  'invitation.accepted',
  'invitation.resent',
  'invitation.revoked',
  'session.created',
  'session.revoked',
  'connection.activated',
  'connection.deactivated',
  'connection.deleted',
  'dsync.activated',
  'dsync.deleted',
  'dsync.user.created',
  'dsync.user.updated',
  'dsync.user.deleted',
] as const;

const TABLE_OF_FAMILY: ReadonlyMap<string, MirrorTable> = new Map([
  ['user', 'user'],
  ['organization', 'organization'],
  ['organization_domain', 'organization_domain'],
  ['organization_membership', 'membership'],
  ['invitation', 'invitation'],
  ['connection', 'connection'],
  ['dsync', 'directory'],
  ['dsync.user', 'directory_user'],
]);

const session = z.object({
  id: z.string().min(1),
  user_id: z.string().min(1),
  organization_id: z
    .string()
    .nullish()
    .transform((id) => id ?? null),
});

/**
 * What an event changes; nothing for one that is about something else, such as groups of a directory or certificates.
 *
 * @throws {z.ZodError} where its data is not as documented
 */
export function changeOfEvent({ event, data, created_at: at }: WorkOSEvent): MirrorChange | null {
  const dot = event.lastIndexOf('.');
  const [family, action] = [event.slice(0, dot), event.slice(dot + 1)];
  if (event === 'session.created') {
    const { id: sid, user_id: userId, organization_id: organizationId } = session.parse(data);
    return { kind: 'begin-session', sid, userId, organizationId, at };
  }
  if (event === 'session.revoked') return { kind: 'end-session', sid: session.parse(data).id };
  const table = TABLE_OF_FAMILY.get(family);
  if (table === undefined || !MIRRORED_ACTIONS.has(action)) return null;
  // Of a domain that could not be verified, the reason is told beside it.
  const record = readRecord(table, action === 'verification_failed' ? data['organization_domain'] : data);
  return action === 'deleted' ? { kind: 'delete', record, at } : { kind: 'put', record };
}

const MIRRORED_ACTIONS: ReadonlySet<string> = new Set([
  'created',
  'updated',
  'deleted',
  'verified',
  'verification_failed',
  'activated',
  'deactivated',
  'accepted',
  'resent',
  'revoked',
]);
