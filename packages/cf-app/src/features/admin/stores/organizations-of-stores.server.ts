import { z } from 'zod';
import type { NamedOrganization } from '#/features/organizations/organizations.ts';

const rows = z.array(z.object({ slug: z.string(), id: z.string(), name: z.string().nullable() }));

/** Whose stores are, by slug. An organization that the mirror does not know is named by its id. */
export async function organizationsOfStores(
  db: D1Database,
): Promise<ReadonlyMap<string, readonly NamedOrganization[]>> {
  const { results } = await db
    .prepare(
      `SELECT s.slug, s.organization_id AS id, o.name FROM organization_store s
       LEFT JOIN organization o ON o.id = s.organization_id AND o.deleted_at IS NULL ORDER BY o.name, s.organization_id`,
    )
    .all();
  const owners = new Map<string, NamedOrganization[]>();
  for (const { slug, id, name } of rows.parse(results)) {
    owners.set(slug, [...(owners.get(slug) ?? []), { id, name: name ?? id }]);
  }
  return owners;
}
