import { env } from 'cloudflare:workers';
import { requirePermission } from '#/features/auth/guard.server.ts';
import type { Denial } from '#/features/auth/person.ts';
import { withPageStatus } from '#/lib/page-status.server.ts';
import type { TableSearch } from '../table/table-search.ts';
import { organizationsPage } from './organization-rows.server.ts';
import type { OrganizationsPage } from './organizations.ts';

/** The organizations that a search finds, one page of them, for administrators. */
export async function organizationsForOperators(search: TableSearch): Promise<OrganizationsPage | Denial> {
  const guarded = await requirePermission('admin');
  if (!guarded.ok) return withPageStatus(guarded);
  return { ok: true, ...(await organizationsPage(env.DB, search)) };
}
