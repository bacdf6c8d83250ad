import { env } from 'cloudflare:workers';
import type { Change } from '#/features/access/audit-log.server.ts';
import { auditStatement } from '#/features/access/audit-log.server.ts';
import { mirrored } from '#/features/mirror/mirrored.server.ts';
import { readRecord } from '#/features/mirror/records.ts';
import {
  organizationBySlug,
  slugOf,
  slugStatements,
} from '#/features/organizations/organization-slug.server.ts';
import { administration, record } from '../at-workos.server.ts';

export type Provisioned =
  | { readonly ok: true; readonly id: string; readonly created: boolean }
  | { readonly ok: false; readonly code: 'organization_unknown' | 'slug_taken' | 'organization_has_slug' };

/**
 * The organization of a tenant, known by its slug: the one that has it, the one that is named, or a new one. Again, or after
 * it was stopped, it is the same one: WorkOS makes one organization of several attempts within a day.
 */
export async function provisionOrganization(
  slug: string,
  name: string,
  organization: string | null,
  change: Change,
): Promise<Provisioned> {
  const owner = await organizationBySlug(env.DB, slug);
  if (owner !== null) {
    return organization === null || organization === owner
      ? { ok: true, id: owner, created: false }
      : { ok: false, code: 'slug_taken' };
  }
  if (organization !== null) return nameBySlug(organization, slug, change);
  const made = readRecord(
    'organization',
    await administration().createOrganization(name, `provision-${slug}`),
  );
  await record(
    change,
    [{ kind: 'put', record: made }],
    {
      action: 'organization.create',
      target: `organization:${made.id}`,
      before: null,
      after: { name, slug },
    },
    slugStatements(env.DB, made.id, slug),
  );
  return { ok: true, id: made.id, created: true };
}

async function nameBySlug(organization: string, slug: string, change: Change): Promise<Provisioned> {
  if ((await mirrored(env.DB, 'organization', organization)) === null) {
    return { ok: false, code: 'organization_unknown' };
  }
  const before = await slugOf(env.DB, organization);
  if (before !== null && before !== slug) return { ok: false, code: 'organization_has_slug' };
  await env.DB.batch([
    ...slugStatements(env.DB, organization, slug),
    auditStatement(env.DB, change, {
      action: 'organization.slug',
      target: `organization:${organization}`,
      before,
      after: slug,
    }),
  ]);
  return { ok: true, id: organization, created: false };
}
