import { userStoreKey, parseUserStoreMapping } from '@layerkick/auth/user-store-mapping';
import { userId as userIdSchema } from '@layerkick/client/schemas/access';
import { env } from 'cloudflare:workers';
import { z } from 'zod';
import { requirePermission } from '#/features/auth/guard.server.ts';
import type { Denial } from '#/features/auth/person.ts';
import { listStores } from '#/features/stores/registry.server.ts';
import { withPageStatus } from '#/lib/page-status.server.ts';
import { type NotFound, notFound, orUnavailable } from '../console-page.server.ts';
import { invitationsTo } from '../memberships/invitation-rows.server.ts';
import { nameOf } from './name-of.ts';
import type { MembershipRow, PersonDetails } from './people.ts';
import { seenStores } from './seen-stores.server.ts';
import { sessionsOf } from './sessions.server.ts';

/** Everything about one person. Of somebody whom nothing is known of, that. */
export async function personForOperators(userId: string): Promise<PersonDetails | NotFound | Denial> {
  const guarded = await requirePermission('admin');
  if (!guarded.ok) return withPageStatus(guarded);
  if (!userIdSchema.safeParse(userId).success) return notFound();
  return orUnavailable(() => detailsOf(userId));
}

async function detailsOf(userId: string): Promise<PersonDetails> {
  const [person, memberships, stores, stored, sessions] = await Promise.all([
    personOf(userId),
    membershipsOf(userId),
    listStores(env.DB, 'all'),
    env.LAYERKICK_KV.get(userStoreKey(userId)),
    sessionsOf(userId),
  ]);
  const [seen, invitations] = await Promise.all([
    seenStores(userId, memberships, stores),
    person.email === null ? [] : invitationsTo(env.DB, { email: person.email }),
  ]);
  return {
    ok: true,
    person,
    stores: seen,
    mapped: parseUserStoreMapping(stored),
    grantable: stores.map(({ slug, name }) => ({ slug, name })),
    memberships,
    invitations,
    sessions,
  };
}

const user = z.object({
  email: z.string(),
  first_name: z.string().nullable(),
  last_name: z.string().nullable(),
  email_verified: z.number(),
  deleted_at: z.number().nullable(),
});

async function personOf(id: string): Promise<PersonDetails['person']> {
  const found = await env.DB.prepare(
    'SELECT email, first_name, last_name, email_verified, deleted_at FROM user WHERE id = ?',
  )
    .bind(id)
    .first();
  if (found === null) return { id, email: null, name: null, emailVerified: false, deleted: false };
  const { email, first_name, last_name, email_verified, deleted_at } = user.parse(found);
  return {
    id,
    email: email || null,
    name: nameOf(first_name, last_name),
    emailVerified: email_verified === 1,
    deleted: deleted_at !== null,
  };
}

const rows = z.array(
  z.object({
    id: z.string(),
    organization_id: z.string(),
    name: z.string().nullable(),
    role: z.string().nullable(),
    status: z.string(),
  }),
);

async function membershipsOf(userId: string): Promise<readonly MembershipRow[]> {
  const { results } = await env.DB.prepare(
    `SELECT m.id, m.organization_id, o.name, m.role, m.status
     FROM membership m LEFT JOIN organization o ON o.id = m.organization_id
     WHERE m.user_id = ? AND m.deleted_at IS NULL AND o.deleted_at IS NULL ORDER BY o.name, m.id LIMIT 50`,
  )
    .bind(userId)
    .all();
  return rows.parse(results).map(({ organization_id: id, name, ...rest }) => ({
    ...rest,
    organization: { id, name: name ?? id },
  }));
}
