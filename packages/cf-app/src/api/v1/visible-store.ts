import { type AuthContext, maySeeStore } from '@layerkick/auth/auth-context';
import { findStore } from '../../features/stores/registry.server.ts';
import type { Store } from '../../features/stores/store.schema.ts';
import { note } from '../../lib/trace.server.ts';

/**
 * The store with this slug, for somebody who may see it; null for everybody else and where there is none. A slug that
 * may not be seen is never looked up, so that no answer and no timing tells whether it exists.
 */
export async function visibleStore(db: D1Database, auth: AuthContext, slug: string): Promise<Store | null> {
  const store = maySeeStore(auth.stores, slug) ? await findStore(db, slug) : null;
  if (store !== null) note({ store: store.slug });
  return store;
}
