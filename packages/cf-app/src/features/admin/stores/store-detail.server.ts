import { SCHEMA_VERSION } from '@layerkick/stats/schema';
import { env } from 'cloudflare:workers';
import { requirePermission } from '#/features/auth/guard.server.ts';
import { findDeletion, lastReceipt } from '#/features/stores/deletion-record.server.ts';
import { lookAt } from '#/features/stores/look.server.ts';
import { concernsOf } from '#/features/stores/look.ts';
import { findStore } from '#/features/stores/registry.server.ts';
import { withPageStatus } from '#/lib/page-status.server.ts';
import { requestId } from '#/lib/request-context.server.ts';
import { organizationNames } from '../organizations/organization-names.server.ts';
import { organizationsOfStores } from './organizations-of-stores.server.ts';
import type { OneStore } from './stores.ts';

/** Everything about a store, or what is left of it, for operators. `slug` may be any string. */
export async function storeForOperators(slug: string): Promise<OneStore> {
  const guarded = await requirePermission('admin');
  if (!guarded.ok) return withPageStatus(guarded);
  const store = await findStore(env.DB, slug);
  if (store === null) return goneStore(slug);
  const [look, owners, choices] = await Promise.all([
    lookAt(env.STORE_STATS, slug),
    organizationsOfStores(env.DB),
    organizationNames(env.DB),
  ]);
  const at = Date.now();
  const organizations = owners.get(slug) ?? [];
  const health = { timeZone: store.timeZone, newestSchema: SCHEMA_VERSION, now: at };
  return {
    ok: true,
    kind: 'store',
    store: { ...store, organizations, look, concerns: concernsOf(look, health) },
    newestSchema: SCHEMA_VERSION,
    others: choices.filter(({ id }) => organizations.every((owner) => owner.id !== id)),
    at,
  };
}

async function goneStore(slug: string): Promise<OneStore> {
  if (await findDeletion(env.DB, slug)) return { ok: true, kind: 'gone', slug, receipt: null };
  const receipt = await lastReceipt(env.DB, slug);
  if (receipt !== null) return { ok: true, kind: 'gone', slug, receipt };
  return withPageStatus({ ok: false, code: 'store_unknown', requestId: requestId() } as const);
}
