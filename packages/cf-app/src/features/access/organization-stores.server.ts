import { z } from 'zod';
import { findStore } from '../stores/registry.server.ts';
import { auditStatement, type Change } from './audit-log.server.ts';

export interface OrganizationStores {
  readonly organization: string;
  /** Slugs, sorted. */
  readonly stores: readonly string[];
}

export type Assignment =
  | { readonly ok: true; readonly owned: OrganizationStores }
  | { readonly ok: false; readonly code: 'stores_unknown'; readonly unknown: readonly string[] };

const rows = z.array(z.object({ slug: z.string() }));

/** The stores that an organization owns: what its members, keys and applications see. */
export async function storesOf(db: D1Database, organization: string): Promise<OrganizationStores> {
  const { results } = await db
    .prepare('SELECT slug FROM organization_store WHERE organization_id = ? ORDER BY slug')
    .bind(organization)
    .all();
  return { organization, stores: rows.parse(results).map(({ slug }) => slug) };
}

/** Gives an organization stores on top of those it has; none unless all of them exist. */
export async function assignStores(
  db: D1Database,
  organization: string,
  slugs: readonly string[],
  change: Change,
): Promise<Assignment> {
  const found = await Promise.all(slugs.map((slug) => findStore(db, slug)));
  const unknown = slugs.filter((_, index) => found[index] === null);
  if (unknown.length > 0) return { ok: false, code: 'stores_unknown', unknown };

  const before = await storesOf(db, organization);
  const after = [...new Set([...before.stores, ...slugs])].toSorted();
  if (after.length === before.stores.length) return { ok: true, owned: before };
  await db.batch([
    ...slugs.map((slug) =>
      db
        .prepare(
          'INSERT INTO organization_store (organization_id, slug) VALUES (?, ?) ON CONFLICT DO NOTHING',
        )
        .bind(organization, slug),
    ),
    auditStatement(db, change, {
      action: 'organization.assign',
      target: `organization:${organization}`,
      before: before.stores,
      after,
    }),
  ]);
  return { ok: true, owned: { organization, stores: after } };
}

/** Takes stores away from an organization. Stores that no longer exist can be named too. */
export async function unassignStores(
  db: D1Database,
  organization: string,
  slugs: readonly string[],
  change: Change,
): Promise<OrganizationStores> {
  const before = await storesOf(db, organization);
  const after = before.stores.filter((slug) => !slugs.includes(slug));
  await db.batch([
    ...slugs.map((slug) =>
      db
        .prepare('DELETE FROM organization_store WHERE organization_id = ? AND slug = ?')
        .bind(organization, slug),
    ),
    auditStatement(db, change, {
      action: 'organization.unassign',
      target: `organization:${organization}`,
      before: before.stores,
      after,
    }),
  ]);
  return { organization, stores: after };
}
