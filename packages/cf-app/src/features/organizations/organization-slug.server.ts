import { z } from 'zod';
import { auditStatement, type Change } from '#/features/access/audit-log.server.ts';

/** What may stand in an address: a label of a host name. */
export const organizationSlug = z
  .string()
  .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, 'lower-case letters, digits and hyphens, such as acme');

const found = z.object({ organization_id: z.string(), slug: z.string() }).array();

export type SlugChange =
  | { readonly ok: true; readonly slug: string }
  | { readonly ok: false; readonly code: 'slug_taken' };

/** Gives an organization its name in addresses, instead of the one it had. In the audit log. */
export async function nameOrganization(
  db: D1Database,
  organizationId: string,
  slug: string,
  change: Change,
): Promise<SlugChange> {
  const { results } = await db
    .prepare('SELECT organization_id, slug FROM organization_slug WHERE organization_id = ?1 OR slug = ?2')
    .bind(organizationId, slug)
    .all();
  const known = found.parse(results);
  if (known.some((row) => row.slug === slug && row.organization_id !== organizationId)) {
    return { ok: false, code: 'slug_taken' };
  }
  const before = known.find((row) => row.organization_id === organizationId)?.slug ?? null;
  if (before === slug) return { ok: true, slug };
  await db.batch([
    db
      .prepare(
        `INSERT INTO organization_slug (organization_id, slug) VALUES (?, ?)
         ON CONFLICT (organization_id) DO UPDATE SET slug = excluded.slug`,
      )
      .bind(organizationId, slug),
    auditStatement(db, change, {
      action: 'organization.slug',
      target: `organization:${organizationId}`,
      before,
      after: slug,
    }),
  ]);
  return { ok: true, slug };
}
