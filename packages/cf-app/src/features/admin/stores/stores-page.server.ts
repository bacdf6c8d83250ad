import { requirePermission } from '#/features/auth/guard.server.ts';
import { withPageStatus } from '#/lib/page-status.server.ts';
import type { TableSearch } from '../table/table-search.ts';
import { storesPage } from './store-rows.server.ts';
import type { Stores } from './stores.ts';

/** One page of the table of stores, for operators. */
export async function storesForOperators(search: TableSearch): Promise<Stores> {
  const guarded = await requirePermission('admin');
  return guarded.ok ? storesPage(search, Date.now()) : withPageStatus(guarded);
}
