import { z } from 'zod';
import { auditStatement, type Change } from '#/features/access/audit-log.server.ts';

/** What may stand in an address: a label of a host name. */
export const organizationSlug = z
  .string()
  .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, 'lower-case letters, digits and hyphens, such as acme');

/** The organization with this name in addresses. One that was deleted, here or at WorkOS, has none. */
export function organizationBySlug(db: D1Database, slug: string): Promise<string | null> {
  return db
    .prepare(
      `SELECT s.organization_id FROM organization_slug s LEFT JOIN organization o ON o.id = s.organization_id
       WHERE s.slug = ? AND o.deleted_at IS NULL`,
    )
    .bind(slug)
    .first<string>('organization_id');
}

/** Its name in addresses. */
export function slugOf(db: D1Database, organizationId: string): Promise<string | null> {
  return db
    .prepare('SELECT slug FROM organization_slug WHERE organization_id = ?')
    .bind(organizationId)
    .first<string>('slug');
}

/**
 * Gives an organization a name in addresses that is free, instead of the one it had. Run in one batch. A deleted one keeps
 * its own until somebody else wants it: the mirror may find out that it is there after all.
 */
export function slugStatements(
  db: D1Database,
  organizationId: string,
  slug: string,
): readonly D1PreparedStatement[] {
  return [
    db
      .prepare(
        `DELETE FROM organization_slug WHERE slug = ? AND organization_id IN
           (SELECT id FROM organization WHERE deleted_at IS NOT NULL)`,
      )
      .bind(slug),
    db
      .prepare(
        `INSERT INTO organization_slug (organization_id, slug) VALUES (?, ?)
         ON CONFLICT (organization_id) DO UPDATE SET slug = excluded.slug`,
      )
      .bind(organizationId, slug),
  ];
}

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
  const owner = await organizationBySlug(db, slug);
  if (owner !== null && owner !== organizationId) return { ok: false, code: 'slug_taken' };
  const before = await slugOf(db, organizationId);
  if (before === slug) return { ok: true, slug };
  await db.batch([
    ...slugStatements(db, organizationId, slug),
    auditStatement(db, change, {
      action: 'organization.slug',
      target: `organization:${organizationId}`,
      before,
      after: slug,
    }),
  ]);
  return { ok: true, slug };
}
