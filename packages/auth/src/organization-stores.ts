import { z } from 'zod';
import type { Log } from './log.ts';
import { parseOnce } from './parse-once.ts';

const slugs = z.array(z.string());
/** Asked on every request, and almost always the same answer. */
const parseStores = parseOnce((json): readonly string[] => slugs.parse(JSON.parse(json)));

/** SQL for a JSON array of the slugs that the organization in a parameter owns; none where it was deleted. */
export function storesOf(organization: '?1' | '?2'): string {
  return `SELECT json_group_array(slug) AS stores FROM (
    SELECT slug FROM organization_store WHERE organization_id = ${organization}
      AND NOT EXISTS (SELECT 1 FROM organization WHERE id = ${organization} AND deleted_at IS NOT NULL) ORDER BY slug
  )`;
}

/** The slugs of the stores that an organization owns; none where it was deleted, or they cannot be read, which is logged. */
export async function readOrganizationStores(
  db: D1Database,
  organizationId: string,
  log: Log,
): Promise<readonly string[]> {
  try {
    const found: unknown = await db.prepare(storesOf('?1')).bind(organizationId).first('stores');
    if (typeof found !== 'string') throw new TypeError('Stores are JSON in text');
    return parseStores(found);
  } catch (cause) {
    log.error('organization_stores_unavailable', { organization: organizationId, cause: String(cause) });
    return [];
  }
}
