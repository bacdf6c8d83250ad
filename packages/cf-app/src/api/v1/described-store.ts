import type { Store } from '../../features/stores/store.schema.ts';

/** A store as the API shows it. */
export function describedStore({ slug, name, timeZone, currency }: Store) {
  return { slug, name, timeZone, currency };
}
