import { env } from 'cloudflare:workers';
import { z } from 'zod';
import { auditStatement } from '#/features/access/audit-log.server.ts';
import { changeInRequest } from '#/features/access/change-in-request.server.ts';
import { requirePermission } from '#/features/auth/guard.server.ts';
import type { Denial } from '#/features/auth/person.ts';
import { requestId } from '#/lib/request-context.server.ts';
import type { NamedOrganization } from './organizations.ts';

const LISTED = 50;
const named = z.array(z.object({ id: z.string(), name: z.string() }));

/** The tenants whose name or id has this in it, by name, at most fifty. For operators. */
export async function findTenants(
  find: string,
): Promise<{ readonly ok: true; readonly tenants: readonly NamedOrganization[] } | Denial> {
  const operator = await requirePermission('admin');
  if (!operator.ok) return operator;
  const { results } = await env.DB.prepare(
    `SELECT id, name FROM organization
     WHERE deleted_at IS NULL AND (instr(lower(name), lower(?1)) > 0 OR id = ?1) ORDER BY name LIMIT ${LISTED}`,
  )
    .bind(find)
    .all();
  return { ok: true, tenants: named.parse(results) };
}

export type Visit =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'tenant_unknown' | 'no_session'; readonly requestId: string };

/** From here on this session of an operator shows one tenant's stores and no others. In the audit log. */
export async function visitTenant(organizationId: string): Promise<Visit | Denial> {
  const operator = await requirePermission('admin');
  if (!operator.ok) return operator;
  const { auth } = operator;
  if (auth.sessionId === undefined) return { ok: false, code: 'no_session', requestId: requestId() };
  const known = await env.DB.prepare('SELECT 1 FROM organization WHERE id = ? AND deleted_at IS NULL')
    .bind(organizationId)
    .first();
  if (known === null) return { ok: false, code: 'tenant_unknown', requestId: requestId() };
  const change = changeInRequest(auth.principal.id, 'console');
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO tenant_visit (sid, organization_id, begun_at) VALUES (?, ?, ?)
       ON CONFLICT (sid) DO UPDATE SET organization_id = excluded.organization_id, begun_at = excluded.begun_at`,
    ).bind(auth.sessionId, organizationId, change.at),
    auditStatement(env.DB, change, {
      action: 'tenant.visit',
      target: `organization:${organizationId}`,
      before: auth.visiting?.organizationId ?? null,
      after: organizationId,
    }),
  ]);
  return { ok: true };
}

/** Back to every tenant. In the audit log. */
export async function leaveTenant(): Promise<Visit | Denial> {
  const operator = await requirePermission('admin');
  if (!operator.ok) return operator;
  const { auth } = operator;
  if (auth.sessionId === undefined || auth.visiting === undefined) return { ok: true };
  const { organizationId } = auth.visiting;
  await env.DB.batch([
    env.DB.prepare('DELETE FROM tenant_visit WHERE sid = ?').bind(auth.sessionId),
    auditStatement(env.DB, changeInRequest(auth.principal.id, 'console'), {
      action: 'tenant.leave',
      target: `organization:${organizationId}`,
      before: organizationId,
      after: null,
    }),
  ]);
  return { ok: true };
}
