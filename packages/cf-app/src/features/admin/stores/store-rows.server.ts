import { SCHEMA_VERSION } from '@layerkick/stats/schema';
import { env } from 'cloudflare:workers';
import { requirePermission } from '#/features/auth/guard.server.ts';
import { lookAtAll } from '#/features/stores/look.server.ts';
import { concernsOf, type StoreLook } from '#/features/stores/look.ts';
import { listStores } from '#/features/stores/registry.server.ts';
import type { Store } from '#/features/stores/store.schema.ts';
import { withPageStatus } from '#/lib/page-status.server.ts';
import { pageOf, type TableRules } from '../table/page-of.ts';
import { orderOf, type TableSearch } from '../table/table-search.ts';
import { organizationsOfStores } from './organizations-of-stores.server.ts';
import type { NamedOrganization, StoreRow, Stores } from './stores.ts';

/** What only a store's object knows: to sort by it, all of them have to be asked. */
const ASKED = ['size', 'events', 'last'] as const;
/** Beyond, that costs more than it is worth. */
const MOST_ASKED = 500;

type Row = Omit<StoreRow, 'concerns'>;

const RULES: TableRules<Row, 'name' | 'created' | 'size' | 'events' | 'last'> = {
  text: ({ name, slug, domains, currency, timeZone, organizations }) =>
    [
      name,
      slug,
      ...domains,
      currency,
      timeZone,
      ...organizations.flatMap(({ id, name: of }) => [id, of]),
    ].join(' '),
  columns: {
    name: ({ name }) => name,
    created: ({ createdAt }) => createdAt,
    size: ({ look }) => look?.bytes ?? null,
    events: ({ look }) => look?.events ?? null,
    last: ({ look }) => look?.lastEventAt ?? null,
  },
  usual: { column: 'name', descending: false },
};

/** One page of the table of stores, for operators. */
export async function storesForOperators(search: TableSearch): Promise<Stores> {
  const guarded = await requirePermission('admin');
  if (!guarded.ok) return withPageStatus(guarded);
  const [stores, owners] = await Promise.all([listStores(env.DB, 'all'), organizationsOfStores(env.DB)]);
  const known = stores
    .map((store) => rowOf(store, owners.get(store.slug) ?? []))
    .filter(({ organizations }) => search.only !== 'unassigned' || organizations.length === 0);
  const { column } = orderOf(search, Object.keys(RULES.columns), RULES.usual);
  const asksAll = ASKED.some((asked) => asked === column) && known.length <= MOST_ASKED;
  const page = pageOf(asksAll ? await withLooks(known) : known, search, RULES);
  const rows = asksAll ? page.rows : await withLooks(page.rows);
  const now = Date.now();
  return {
    ok: true,
    ...page,
    rows: rows.map((row) => ({
      ...row,
      concerns: concernsOf(row.look, { timeZone: row.timeZone, newestSchema: SCHEMA_VERSION, now }),
    })),
  };
}

function rowOf(
  store: Store,
  organizations: readonly NamedOrganization[],
  look: StoreLook | null = null,
): Row {
  return { ...store, organizations, look };
}

async function withLooks(rows: readonly Row[]): Promise<Row[]> {
  const looks = await lookAtAll(
    env.STORE_STATS,
    rows.map(({ slug }) => slug),
  );
  return rows.map((row) => ({ ...row, look: looks.get(row.slug) ?? null }));
}
