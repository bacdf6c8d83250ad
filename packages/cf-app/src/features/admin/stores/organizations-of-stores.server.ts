import { env } from 'cloudflare:workers';
import { z } from 'zod';
import { requirePermission } from '#/features/auth/guard.server.ts';
import { withPageStatus } from '#/lib/page-status.server.ts';
import type { Choices, NamedOrganization } from './stores.ts';

const rows = z.array(z.object({ slug: z.string(), id: z.string(), name: z.string().nullable() }));
const named = z.array(z.object({ id: z.string(), name: z.string() }));

/** As many as anybody chooses from in one list. */
const CHOICES = 500;

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

/** Organizations to choose from, by name. */
export async function organizationChoices(db: D1Database): Promise<readonly NamedOrganization[]> {
  const { results } = await db
    .prepare(`SELECT id, name FROM organization WHERE deleted_at IS NULL ORDER BY name LIMIT ${CHOICES}`)
    .all();
  return named.parse(results);
}

export async function isOrganization(db: D1Database, id: string): Promise<boolean> {
  const found = await db
    .prepare('SELECT 1 FROM organization WHERE id = ? AND deleted_at IS NULL')
    .bind(id)
    .first();
  return found !== null;
}

export async function choicesForOperators(): Promise<Choices> {
  const guarded = await requirePermission('admin');
  if (!guarded.ok) return withPageStatus(guarded);
  return { ok: true, organizations: await organizationChoices(env.DB) };
}
