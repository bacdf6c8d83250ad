import type { ArchiveStore } from '@layerkick/stats/archive/archive-store';
import { storePrefix } from '@layerkick/stats/archive/parts';
import { R2Archive } from '@layerkick/stats/archive/r2-archive';
import type { StoreStatsRpc } from '@layerkick/stats/store-stats-rpc';
import { revokeEverywhere } from '../access/revoke-everywhere.server.ts';
import { auditStatement, type Change } from '../access/audit-log.server.ts';
import {
  countRevocations,
  type Deletion,
  type DeletionReceipt,
  findDeletion,
  saveDeletion,
} from './deletion-record.server.ts';
import { findStore } from './registry.server.ts';

/** Where a store is kept. */
export interface StorePlaces {
  readonly db: D1Database;
  readonly kv: KVNamespace;
  readonly archive: ArchiveStore;
  readonly objectOf: (slug: string) => Pick<StoreStatsRpc, 'holdings' | 'erase'>;
}

/**
 * Begins to delete a store: from now on it is as if it had never been there, for everybody who asks. Its data are
 * removed by `continueDeletion`. Returns whether there was such a store, or a deletion of it that is not over.
 */
export async function beginDeletion(db: D1Database, slug: string, change: Change): Promise<boolean> {
  if (await findDeletion(db, slug)) return true;
  const store = await findStore(db, slug);
  if (!store) return false;
  await db.batch([
    db
      .prepare(`INSERT INTO store_deletion (slug, begun_at, begun_by, step) VALUES (?, ?, ?, 'access')`)
      .bind(slug, change.at, change.actor),
    db.prepare('DELETE FROM store WHERE slug = ?').bind(slug),
    // A store that is created anew under this slug must belong to nobody.
    db.prepare('DELETE FROM organization_store WHERE slug = ?').bind(slug),
    db
      .prepare('DELETE FROM share_attempt WHERE link IN (SELECT id FROM share_link WHERE slug = ?)')
      .bind(slug),
    ...['share_link', 'annotation', 'goal', 'store_look'].map((table) =>
      db.prepare(`DELETE FROM ${table} WHERE slug = ?`).bind(slug),
    ),
    auditStatement(db, change, {
      action: 'store.delete',
      target: `store:${slug}`,
      before: store,
      after: null,
    }),
  ]);
  return true;
}

/**
 * Does a bounded piece of a deletion. Every step can be done again, so that it goes on wherever it was stopped, and what
 * a place holds is noted before it is emptied. Returns the receipt once all is done; null while there is more to do.
 */
export async function continueDeletion(
  places: StorePlaces,
  slug: string,
  change: Change,
): Promise<DeletionReceipt | null> {
  const deletion = await findDeletion(places.db, slug);
  if (!deletion) return null;
  if (deletion.step === 'archive' && (await places.archive.deleteSome(storePrefix(slug))) === 0) {
    return finish(places.db, deletion, change);
  }
  await saveDeletion(places.db, await nextStep(places, deletion, change));
  return null;
}

/** Does pieces of a deletion until all is done, or until then, epoch ms. */
export async function deleteUntil(
  places: StorePlaces,
  slug: string,
  change: Change,
  until: number,
  clock: () => number = Date.now,
): Promise<DeletionReceipt | null> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- each piece begins where the one before ended
    const receipt = await continueDeletion(places, slug, change);
    if (receipt !== null || clock() >= until) return receipt;
  }
}

/** Where this Worker keeps stores. */
export function placesOf(env: Env): StorePlaces {
  return {
    db: env.DB,
    kv: env.LAYERKICK_KV,
    archive: new R2Archive(env.ARCHIVE),
    objectOf: (slug) => env.STORE_STATS.getByName(slug),
  };
}

async function nextStep(places: StorePlaces, deletion: Deletion, change: Change): Promise<Deletion> {
  const { slug } = deletion;
  if (deletion.step === 'access') {
    const cursor = await revokeEverywhere(places, slug, deletion.accessCursor, change);
    return { ...deletion, accessCursor: cursor, step: cursor === null ? 'object' : 'access' };
  }
  if (deletion.step === 'object') {
    return { ...deletion, object: await places.objectOf(slug).holdings(), step: 'erase' };
  }
  if (deletion.step === 'erase') {
    await places.objectOf(slug).erase();
    // Only now does nobody write to the archive any more.
    return { ...deletion, archive: await places.archive.measure(storePrefix(slug)), step: 'archive' };
  }
  return deletion;
}

async function finish(db: D1Database, deletion: Deletion, change: Change): Promise<DeletionReceipt> {
  const { slug, begunAt } = deletion;
  const receipt: DeletionReceipt = {
    slug,
    begunAt,
    registry: { stores: 1, ...(await countSources(db, slug)) },
    access: { people: await countRevocations(db, deletion) },
    object: deletion.object ?? { batches: 0, events: 0, entries: 0, bytes: 0 },
    archive: deletion.archive ?? { objects: 0, bytes: 0 },
  };
  await db.batch([
    db.prepare('DELETE FROM store_deletion WHERE slug = ?').bind(slug),
    db.prepare('DELETE FROM preference WHERE store = ?').bind(slug),
    db.prepare('DELETE FROM store_source WHERE slug = ?').bind(slug),
    db.prepare('DELETE FROM webhook_delivery WHERE slug = ?').bind(slug),
    db.prepare('DELETE FROM demo_store WHERE slug = ?').bind(slug),
    auditStatement(db, change, {
      action: 'store.deleted',
      target: `store:${slug}`,
      before: null,
      after: receipt,
    }),
  ]);
  return receipt;
}

async function countSources(db: D1Database, slug: string): Promise<{ sources: number; deliveries: number }> {
  const count = async (table: 'store_source' | 'webhook_delivery') =>
    (await db
      .prepare(`SELECT count(*) AS rows FROM ${table} WHERE slug = ?`)
      .bind(slug)
      .first<number>('rows')) ?? 0;
  return { sources: await count('store_source'), deliveries: await count('webhook_delivery') };
}
