import { parseUserStoreMapping, userStoreKey } from '@layerkick/auth/user-store-mapping';
import { findStore } from '../stores/registry.server.ts';
import { auditStatement, type Change } from './audit-log.server.ts';

export interface AccessStorage {
  readonly kv: KVNamespace;
  readonly db: D1Database;
}

export interface MappedStores {
  readonly user: string;
  /** Slugs, sorted. What the allowlist and organizations give comes on top and is not known here. */
  readonly stores: readonly string[];
  /** False where something other than a JSON array of slugs is stored: that person sees no store by it. */
  readonly readable: boolean;
}

export type Grant =
  | { readonly ok: true; readonly access: MappedStores }
  | { readonly ok: false; readonly code: 'stores_unknown'; readonly unknown: readonly string[] };

/** What KV says a person may see. */
export async function showAccess({ kv }: AccessStorage, user: string): Promise<MappedStores> {
  const mapped = parseUserStoreMapping(await kv.get(userStoreKey(user)));
  return { user, stores: [...(mapped ?? [])].toSorted(), readable: mapped !== null };
}

/** Adds stores to what a person may see; nothing is granted unless all of them exist. Mends an unreadable mapping. */
export async function grantAccess(
  storage: AccessStorage,
  user: string,
  slugs: readonly string[],
  change: Change,
): Promise<Grant> {
  const found = await Promise.all(slugs.map((slug) => findStore(storage.db, slug)));
  const unknown = slugs.filter((_, index) => found[index] === null);
  if (unknown.length > 0) return { ok: false, code: 'stores_unknown', unknown };

  const access = await changeAccess(storage, user, 'access.grant', change, (before) => [...before, ...slugs]);
  return { ok: true, access };
}

/** Takes stores away from a person, all of them where none is named. Stores that no longer exist can be named too. */
export async function revokeAccess(
  storage: AccessStorage,
  user: string,
  slugs: readonly string[] | 'all',
  change: Change,
): Promise<MappedStores> {
  return changeAccess(storage, user, 'access.revoke', change, (before) =>
    slugs === 'all' ? [] : before.filter((slug) => !slugs.includes(slug)),
  );
}

/** Has a person see these stores by their mapping and no others. Mends an unreadable mapping. */
export async function setAccess(
  storage: AccessStorage,
  user: string,
  slugs: readonly string[],
  change: Change,
): Promise<MappedStores> {
  return changeAccess(storage, user, 'access.set', change, () => slugs);
}

async function changeAccess(
  { kv, db }: AccessStorage,
  user: string,
  action: 'access.grant' | 'access.revoke' | 'access.set',
  change: Change,
  decide: (before: readonly string[]) => readonly string[],
): Promise<MappedStores> {
  const key = userStoreKey(user);
  const stored = await kv.get(key);
  const before = parseUserStoreMapping(stored);
  const after = [...new Set(decide(before ?? []))].toSorted();

  // Recorded first: KV and D1 share no transaction, and a change nobody can see in the log is the worse outcome.
  await auditStatement(db, change, { action, target: `user:${user}`, before: before ?? stored, after }).run();
  if (after.length === 0) await kv.delete(key);
  else await kv.put(key, JSON.stringify(after));
  return { user, stores: after, readable: true };
}
