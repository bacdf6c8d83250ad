import { SCHEMA_VERSION } from '@layerkick/stats/schema';
import { env } from 'cloudflare:workers';
import { lookAtAll } from '#/features/stores/look.server.ts';
import { concernsOf, type StoreLook } from '#/features/stores/look.ts';
import { MOST_ASKED, type RecordedLook, recordedLooks } from '#/features/stores/look-record.server.ts';
import type { NamedOrganization } from '#/features/organizations/organizations.ts';
import { listStores } from '#/features/stores/registry.server.ts';
import type { Store } from '#/features/stores/store.schema.ts';
import { foundIn, pageOf, type TableRules } from '../table/page-of.ts';
import { orderOf, type TableSearch } from '../table/table-search.ts';
import { organizationsOfStores } from './organizations-of-stores.server.ts';
import type { StoreRow, StoresPage } from './stores.ts';

/** What only a store's object knows: to sort by it, all of them have to be asked. */
const ASKED = ['size', 'events', 'last'] as const;

type Row = Omit<StoreRow, 'concerns'> & {
  /** Where too many stores are found to ask all of them. */
  readonly recorded?: RecordedLook | undefined;
};

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
    size: ({ look, recorded }) => (look ?? recorded)?.bytes ?? null,
    events: ({ look, recorded }) => (look ?? recorded)?.events ?? null,
    last: ({ look, recorded }) => (look ?? recorded)?.lastEventAt ?? null,
  },
  usual: { column: 'name', descending: false },
};

/** One page of the table of stores. @param now epoch ms @param most stores that are asked at once */
export async function storesPage(search: TableSearch, now: number, most = MOST_ASKED): Promise<StoresPage> {
  const [stores, owners] = await Promise.all([listStores(env.DB, 'all'), organizationsOfStores(env.DB)]);
  const known = stores
    .map((store) => rowOf(store, owners.get(store.slug) ?? []))
    .filter(({ organizations }) => search.only !== 'unassigned' || organizations.length === 0);
  const found = foundIn(known, search, RULES);
  const { column } = orderOf(search, Object.keys(RULES.columns), RULES.usual);
  const byLooks = ASKED.some((asked) => asked === column);
  const asksAll = byLooks && found.length <= most;
  const asksRecord = byLooks && !asksAll;
  const recorded = asksRecord ? await recordedLooks(env.DB) : NONE;
  const sortable = asksAll
    ? await withLooks(found)
    : found.map((row) => ({ ...row, recorded: recorded.get(row.slug) }));
  const page = pageOf(sortable, { ...search, find: undefined }, RULES);
  const rows = asksAll ? page.rows : await withLooks(page.rows);
  return {
    ok: true,
    ...page,
    orderedAsOf: asksRecord ? Math.min(now, ...[...recorded.values()].map(({ at }) => at)) : null,
    rows: rows.map(({ recorded: _recorded, ...row }) => ({
      ...row,
      concerns: concernsOf(row.look, { timeZone: row.timeZone, newestSchema: SCHEMA_VERSION, now }),
    })),
  };
}

const NONE: ReadonlyMap<string, RecordedLook> = new Map();

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
