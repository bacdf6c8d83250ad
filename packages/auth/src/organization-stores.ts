import { z } from 'zod';
import type { Log } from './log.ts';

const rows = z.array(z.object({ slug: z.string() }));

/** The slugs of the stores that an organization owns; none where it was deleted, or they cannot be read, which is logged. */
export async function readOrganizationStores(
  db: D1Database,
  organizationId: string,
  log: Log,
): Promise<readonly string[]> {
  try {
    const { results } = await db
      .prepare(`SELECT slug FROM organization_store WHERE organization_id = ?1
           AND NOT EXISTS (SELECT 1 FROM organization WHERE id = ?1 AND deleted_at IS NOT NULL) ORDER BY slug`)
      .bind(organizationId)
      .all();
    return rows.parse(results).map(({ slug }) => slug);
  } catch (cause) {
    log.error('organization_stores_unavailable', { organization: organizationId, cause: String(cause) });
    return [];
  }
}
