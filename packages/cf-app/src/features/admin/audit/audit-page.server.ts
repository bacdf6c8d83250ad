import { env } from 'cloudflare:workers';
import { requirePermission } from '#/features/auth/guard.server.ts';
import type { Denial } from '#/features/auth/person.ts';
import { withPageStatus } from '#/lib/page-status.server.ts';
import type { TableSearch } from '../table/table-search.ts';
import type { AuditPage } from './audit.ts';
import { auditPage } from './audit-entries.server.ts';

export async function auditForOperators(search: TableSearch): Promise<AuditPage | Denial> {
  const guarded = await requirePermission('admin');
  if (!guarded.ok) return withPageStatus(guarded);
  return { ok: true, ...(await auditPage(env.DB, search)) };
}
