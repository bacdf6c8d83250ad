import { z } from 'zod';
import type { NamedOrganization } from '#/features/organizations/organizations.ts';

const named = z.array(z.object({ id: z.string(), name: z.string() }));
/** More than a list to choose from is of use for. */
const MOST = 1000;

/** Every organization by name. */
export async function organizationNames(db: D1Database): Promise<readonly NamedOrganization[]> {
  const { results } = await db
    .prepare(`SELECT id, name FROM organization WHERE deleted_at IS NULL ORDER BY name, id LIMIT ${MOST}`)
    .all();
  return named.parse(results);
}
