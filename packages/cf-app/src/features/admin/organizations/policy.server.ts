import { env } from 'cloudflare:workers';
import { z } from 'zod';
import { auditStatement, type Change } from '#/features/access/audit-log.server.ts';
import { mirrored } from '#/features/mirror/mirrored.server.ts';
import { changeAsOperator } from '../as-operator.server.ts';
import { refuse } from '../at-workos.server.ts';
import type { OrganizationChange, OrganizationPolicy } from './organizations.ts';
import type { PolicyToSet } from './organizations.schema.ts';

const row = z.object({ require_sso: z.number(), auto_join_role: z.string().nullable() });

/** What we and not WorkOS decide about an organization. */
export async function policyOf(db: D1Database, id: string): Promise<OrganizationPolicy> {
  const found = await db
    .prepare('SELECT require_sso, auto_join_role FROM organization_policy WHERE organization_id = ?')
    .bind(id)
    .first();
  if (found === null) return { requireSso: false, autoJoinRole: null };
  const { require_sso, auto_join_role: autoJoinRole } = row.parse(found);
  return { requireSso: require_sso === 1, autoJoinRole };
}

/** Counts on the next request. */
export function setPolicy({ organization, ...asked }: PolicyToSet): Promise<OrganizationChange> {
  return changeAsOperator(async ({ change }) => {
    if ((await mirrored(env.DB, 'organization', organization)) === null)
      return refuse('organization_unknown');
    const before = await policyOf(env.DB, organization);
    const { requireSso = before.requireSso, autoJoinRole = before.autoJoinRole } = asked;
    await writePolicy(env.DB, organization, before, { requireSso, autoJoinRole }, change);
    return { ok: true };
  });
}

export async function writePolicy(
  db: D1Database,
  organization: string,
  before: OrganizationPolicy,
  { requireSso, autoJoinRole }: OrganizationPolicy,
  change: Change,
): Promise<void> {
  await db.batch([
    db
      .prepare(
        `INSERT INTO organization_policy (organization_id, require_sso, auto_join_role) VALUES (?, ?, ?)
         ON CONFLICT (organization_id) DO UPDATE
         SET require_sso = excluded.require_sso, auto_join_role = excluded.auto_join_role`,
      )
      .bind(organization, requireSso ? 1 : 0, autoJoinRole),
    auditStatement(db, change, {
      action: 'organization.policy',
      target: `organization:${organization}`,
      before,
      after: { requireSso, autoJoinRole },
    }),
  ]);
}
