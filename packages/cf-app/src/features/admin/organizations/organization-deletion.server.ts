import { env } from 'cloudflare:workers';
import { storesOf } from '#/features/access/organization-stores.server.ts';
import { identityOf } from '#/features/auth/identity.server.ts';
import { mirrored } from '#/features/mirror/mirrored.server.ts';
import { changeAtWorkOS, record, refuse } from '../at-workos.server.ts';
import type { OrganizationDeletion } from './organizations.ts';
import { policyOf } from './policy.server.ts';

/**
 * Deletes an organization for good, at WorkOS and here. Its members' sessions in it end, its keys with it; its stores
 * belong to nobody then, and are not deleted.
 *
 * @param confirmed its name, as the person typed it
 */
export function deleteOrganization(organization: string, confirmed: string): Promise<OrganizationDeletion> {
  return changeAtWorkOS<OrganizationDeletion>(async (operator) => {
    const stored = await mirrored(env.DB, 'organization', organization);
    if (stored === null) return refuse('organization_unknown');
    const name = String(stored.values['name']);
    if (confirmed.trim() !== name.trim()) return refuse('not_confirmed');
    // Nobody could undo it, nor operate anything.
    if (organization === identityOf(env).configuration.INTERNAL_ORGANIZATION_ID)
      return refuse('organization_internal');
    const [{ stores }, policy] = await Promise.all([
      storesOf(env.DB, organization),
      policyOf(env.DB, organization),
    ]);
    await operator.administration.deleteOrganization(organization);
    await record(
      operator.change,
      [{ kind: 'delete', record: stored, at: operator.change.at }],
      {
        action: 'organization.delete',
        target: `organization:${organization}`,
        before: { name, stores, policy },
        after: null,
      },
      OURS.map((table) =>
        env.DB.prepare(`DELETE FROM ${table} WHERE organization_id = ?`).bind(organization),
      ),
    );
    return { ok: true };
  });
}

/** What we and not WorkOS keep about an organization. Its name in addresses is free again. */
const OURS = ['organization_store', 'organization_policy', 'organization_slug', 'tenant_visit'] as const;
