import type { Store } from '../../features/stores/store.schema.ts';

const FOUND_MS = 30_000;
/** Shorter, so that a store can be used soon after it was created. */
const MISSING_MS = 3_000;
const MAX_ENTRIES = 1_000;

/**
 * The registry, remembered for a short time: events come far more often than stores change.
 *
 * @param find looks a store up where it is kept
 */
export function cachedStores(find: (slug: string) => Promise<Store | null>, now: () => number) {
  const entries = new Map<string, { store: Store | null; until: number }>();
  return async (slug: string): Promise<Store | null> => {
    const entry = entries.get(slug);
    if (entry && now() < entry.until) return entry.store;
    const store = await find(slug);
    // Slugs that do not exist can be asked for without end.
    if (entries.size >= MAX_ENTRIES) entries.clear();
    entries.set(slug, { store, until: now() + (store ? FOUND_MS : MISSING_MS) });
    return store;
  };
}
