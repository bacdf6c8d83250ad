import { maySeeStore, type StoreAccess } from '@layerkick/auth/auth-context';
import { type ShardPlan, shardPlan } from '@layerkick/stats/shards/shard-plan';
import { z } from 'zod';
import { auditStatement, type Change } from '../access/audit-log.server.ts';
import { findDeletion } from './deletion-record.server.ts';
import type { NewStore, Store } from './store.schema.ts';

const COLUMNS = 'slug, name, time_zone, currency, domains, created_at';
const ALL_COLUMNS = `${COLUMNS}, shard_plan`;

const row = z
  .object({
    slug: z.string(),
    name: z.string(),
    time_zone: z.string(),
    currency: z.string(),
    domains: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
    created_at: z.number(),
    shard_plan: z.string().transform((text) => shardPlan.parse(JSON.parse(text))),
  })
  .transform((stored): Store => ({
    slug: stored.slug,
    name: stored.name,
    timeZone: stored.time_zone,
    currency: stored.currency,
    domains: stored.domains,
    createdAt: stored.created_at,
    ...(stored.shard_plan.length > 0 ? { shardPlan: stored.shard_plan } : {}),
  }));

/** The store with this slug, or null. Any string may be asked for. */
export async function findStore(db: D1Database, slug: string): Promise<Store | null> {
  const found = await db.prepare(`SELECT ${ALL_COLUMNS} FROM store WHERE slug = ?`).bind(slug).first();
  return found === null ? null : row.parse(found);
}

/** The stores that `access` covers, by name. Slugs without a store are left out. */
export async function listStores(db: D1Database, access: StoreAccess): Promise<Store[]> {
  if (access !== 'all' && access.length === 0) return [];
  // Filtered here rather than by `IN (…)`: D1 allows 100 bound parameters and an agency may have more stores.
  const { results } = await db.prepare(`SELECT ${ALL_COLUMNS} FROM store ORDER BY name, slug`).all();
  return results.map((stored) => row.parse(stored)).filter((store) => maySeeStore(access, store.slug));
}

export type StoreCreation =
  | { readonly ok: true; readonly store: Store }
  | { readonly ok: false; readonly code: 'store_exists'; readonly store: Store }
  | { readonly ok: false; readonly code: 'store_being_deleted' };

/** Creates a store and records who did it. An existing slug is left as it is. */
export async function createStore(db: D1Database, store: NewStore, change: Change): Promise<StoreCreation> {
  const existing = await findStore(db, store.slug);
  if (existing !== null) return { ok: false, code: 'store_exists', store: existing };
  if (await findDeletion(db, store.slug)) return { ok: false, code: 'store_being_deleted' };

  const created: Store = { ...store, createdAt: change.at };
  await db.batch([
    db
      .prepare(`INSERT INTO store (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)`)
      .bind(
        store.slug,
        store.name,
        store.timeZone,
        store.currency,
        JSON.stringify(store.domains),
        created.createdAt,
      ),
    auditStatement(db, change, {
      action: 'store.create',
      target: `store:${store.slug}`,
      before: null,
      after: store,
    }),
  ]);
  return { ok: true, store: created };
}

/** What can be changed of a store without touching its figures. */
export type StoreEdit = Pick<Store, 'name' | 'domains'>;

/** Changes what a store is called and where its events may come from, and records who did it. */
export async function editStore(
  db: D1Database,
  store: Store,
  { name, domains }: StoreEdit,
  change: Change,
): Promise<Store> {
  await db.batch([
    db
      .prepare('UPDATE store SET name = ?, domains = ? WHERE slug = ?')
      .bind(name, JSON.stringify(domains), store.slug),
    auditStatement(db, change, {
      action: 'store.edit',
      target: `store:${store.slug}`,
      before: { name: store.name, domains: store.domains },
      after: { name, domains },
    }),
  ]);
  return { ...store, name, domains };
}

/** Changes what a store's figures are in and records who did it. Amounts stay what they were told as. */
export async function setCurrency(
  db: D1Database,
  store: Store,
  currency: string,
  change: Change,
): Promise<Store> {
  await db.batch([
    db.prepare('UPDATE store SET currency = ? WHERE slug = ?').bind(currency, store.slug),
    auditStatement(db, change, {
      action: 'store.currency',
      target: `store:${store.slug}`,
      before: store.currency,
      after: currency,
    }),
  ]);
  return { ...store, currency };
}

/** Changes where a store's days begin and records who did it; its figures follow by a rebuild. */
export async function setTimeZone(
  db: D1Database,
  store: Store,
  timeZone: string,
  change: Change,
): Promise<Store> {
  await db.batch([
    db.prepare('UPDATE store SET time_zone = ? WHERE slug = ?').bind(timeZone, store.slug),
    auditStatement(db, change, {
      action: 'store.time_zone',
      target: `store:${store.slug}`,
      before: store.timeZone,
      after: timeZone,
    }),
  ]);
  return { ...store, timeZone };
}

/** Changes how many objects take a store's events, from the last entry's time on, and records who did it. */
export async function setShardPlan(
  db: D1Database,
  store: Store,
  plan: ShardPlan,
  change: Change,
): Promise<Store> {
  await db.batch([
    db
      .prepare('UPDATE store SET shards = ?, shard_plan = ? WHERE slug = ?')
      .bind(plan.at(-1)?.shards ?? 1, JSON.stringify(plan), store.slug),
    auditStatement(db, change, {
      action: 'store.shards',
      target: `store:${store.slug}`,
      before: store.shardPlan ?? [],
      after: plan,
    }),
  ]);
  return { ...store, shardPlan: plan };
}
