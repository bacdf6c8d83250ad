import type { StoreSettings } from '@layerkick/stats/store';
import { auditStatement, type Change } from '../access/audit-log.server.ts';
import { setTimeZone } from './registry.server.ts';
import type { Store } from './store.schema.ts';

type Places = Pick<Env, 'DB' | 'STORE_STATS'>;

/** Has a store's figures worked out anew; in the audit log first. */
export async function rebuildStore({ DB, STORE_STATS }: Places, store: Store, change: Change): Promise<void> {
  const entry = { target: `store:${store.slug}`, before: null, after: null };
  await auditStatement(DB, change, { ...entry, action: 'store.rebuild' }).run();
  await STORE_STATS.getByName(store.slug).rebuild(settingsOf(store));
}

/**
 * Changes where a store's days begin, and has its figures worked out anew where they are on other days. Stopped between
 * registry and figures, the same call again does what is left.
 */
export async function moveToTimeZone(
  { DB, STORE_STATS }: Places,
  found: Store,
  timeZone: string,
  change: Change,
): Promise<{ readonly store: Store; readonly rebuilding: boolean }> {
  const store = found.timeZone === timeZone ? found : await setTimeZone(DB, found, timeZone, change);
  const object = STORE_STATS.getByName(store.slug);
  const { timeZone: counted } = await object.status();
  const rebuilding = counted !== null && counted !== store.timeZone;
  if (rebuilding) await object.rebuild(settingsOf(store));
  return { store, rebuilding };
}

function settingsOf({ slug, timeZone, currency }: StoreSettings): StoreSettings {
  return { slug, timeZone, currency };
}
