import type { AuthContext } from '@layerkick/auth/auth-context';
import { env } from 'cloudflare:workers';
import { z } from 'zod';
import { homeOfRequest } from '#/features/organizations/organization-of-request.server.ts';
import { log } from '#/lib/log.server.ts';
import { requireSession, personOf } from './guard.server.ts';
import type { Viewer } from './viewer.ts';

/** Who is looking; null for nobody, and while that cannot be told: what the page itself asks says so. */
export async function viewerOfRequest(): Promise<Viewer | null> {
  const session = await requireSession();
  if (!session.ok) return null;
  const { auth } = session;
  const names = await organizationsOf(auth);
  const named = (id: string) => ({ id, name: names.get(id)?.name ?? id });
  const { organization, visiting } = auth;
  return {
    person: personOf(auth),
    organization: organization && named(organization.id),
    role: organization?.role ?? null,
    permissions: [...auth.permissions],
    stores: auth.stores,
    home: homeOfRequest(),
    organizations: [...names.values()].filter(({ member }) => member).map(({ id, name }) => ({ id, name })),
    visiting:
      visiting === undefined || visiting.organizationId === organization?.id
        ? null
        : named(visiting.organizationId),
    impersonator: auth.impersonator ?? null,
  };
}

const rows = z.array(z.object({ id: z.string(), name: z.string(), member: z.number() }));

/** The person's organizations, and those that the session names, by id. */
async function organizationsOf({ principal, organization, visiting }: AuthContext) {
  try {
    const { results } = await env.DB.prepare(
      `SELECT id, name, EXISTS (
         SELECT 1 FROM membership m WHERE m.organization_id = organization.id AND m.user_id = ?1
           AND m.status = 'active' AND m.deleted_at IS NULL
       ) AS member
       FROM organization WHERE deleted_at IS NULL AND (id IN (?2, ?3) OR id IN (
         SELECT organization_id FROM membership WHERE user_id = ?1
       )) ORDER BY name`,
    )
      .bind(principal.id, organization?.id ?? '', visiting?.organizationId ?? '')
      .all();
    return new Map(
      rows.parse(results).map(({ id, name, member }) => [id, { id, name, member: member === 1 }]),
    );
  } catch (cause) {
    log.error('organizations_unavailable', { cause: String(cause) });
    return new Map<string, { id: string; name: string; member: boolean }>();
  }
}
