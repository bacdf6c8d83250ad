import { z } from 'zod';
import type { InvitationRow } from '../people/people.ts';

const rows = z.array(
  z.object({
    id: z.string(),
    email: z.string(),
    organization_id: z.string().nullable(),
    name: z.string().nullable(),
    role: z.string().nullable(),
    state: z.string(),
    expires_at: z.number().nullable(),
  }),
);

/** Invitations of an address or into an organization, those that wait first. */
export async function invitationsTo(
  db: D1Database,
  to: { readonly email: string } | { readonly organization: string },
): Promise<readonly InvitationRow[]> {
  const [column, value] = 'email' in to ? ['email', to.email] : ['organization_id', to.organization];
  const { results } = await db
    .prepare(
      `SELECT i.id, i.email, i.organization_id, o.name, i.role, i.state, i.expires_at
       FROM invitation i LEFT JOIN organization o ON o.id = i.organization_id
       WHERE i.${column} = ? AND i.deleted_at IS NULL
       ORDER BY i.state <> 'pending', i.updated_at DESC LIMIT 50`,
    )
    .bind(value)
    .all();
  return rows.parse(results).map(({ organization_id: id, name, expires_at: expiresAt, ...rest }) => ({
    ...rest,
    organization: id === null ? null : { id, name: name ?? id },
    expiresAt,
  }));
}
