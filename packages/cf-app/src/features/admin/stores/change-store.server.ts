import { currencyCode, timeZone as timeZoneName } from '@layerkick/stats/store';
import { env } from 'cloudflare:workers';
import type { Change } from '#/features/access/audit-log.server.ts';
import { assignStores } from '#/features/access/organization-stores.server.ts';
import { lookAt } from '#/features/stores/look.server.ts';
import { mirrored } from '#/features/mirror/mirrored.server.ts';
import { moveToTimeZone, rebuildStore } from '#/features/stores/rebuild.server.ts';
import { createStore, editStore, findStore, setCurrency } from '#/features/stores/registry.server.ts';
import { newStore, type Store, storeEdit } from '#/features/stores/store.schema.ts';
import { requestId } from '#/lib/request-context.server.ts';
import { requirePermission } from '#/features/auth/guard.server.ts';
import { changeAsOperator } from '../as-operator.server.ts';
import type { FieldsWrong, Progress, Saved, StoreRefusal } from './stores.ts';
import type { StoreFields } from './stores.schema.ts';

/** Creates a store, and gives it to an organization where one is named. */
export function createInConsole({
  organization,
  ...fields
}: StoreFields & { organization: string }): Promise<Saved> {
  return changeAsOperator(async ({ change }) => {
    const parsed = newStore.safeParse({
      ...fields,
      name: fields.name.trim() === '' ? undefined : fields.name,
    });
    if (!parsed.success) return fieldsWrong(parsed.error);
    if (organization !== '' && (await mirrored(env.DB, 'organization', organization)) === null) {
      return refused('organization_unknown');
    }
    const created = await createStore(env.DB, parsed.data, change);
    if (!created.ok) return refused(created.code);
    const { slug } = created.store;
    if (organization !== '') await assignStores(env.DB, organization, [slug], change);
    return { ok: true, slug };
  });
}

/** What it is called, and where its events may come from. */
export function editInConsole(slug: string, edit: Pick<StoreFields, 'name' | 'domains'>): Promise<Saved> {
  return changing(slug, async (store, change) => {
    const parsed = storeEdit.safeParse(edit);
    if (!parsed.success) return fieldsWrong(parsed.error);
    await editStore(env.DB, store, parsed.data, change);
    return { ok: true, slug };
  });
}

export function changeTimeZoneInConsole(slug: string, timeZone: string): Promise<Saved> {
  return changing(slug, async (store, change) => {
    if (!timeZoneName.safeParse(timeZone).success) return namedWrong('timeZone');
    if ((await lookAt(env.STORE_STATS, slug)) === null) return refused('unreachable');
    await moveToTimeZone(env, store, timeZone, change);
    return { ok: true, slug };
  });
}

export function changeCurrencyInConsole(slug: string, currency: string): Promise<Saved> {
  return changing(slug, async (store, change) => {
    if (!currencyCode.safeParse(currency).success) return namedWrong('currency');
    if (currency !== store.currency) await setCurrency(env.DB, store, currency, change);
    return { ok: true, slug };
  });
}

export function rebuildInConsole(slug: string): Promise<Saved> {
  return changing(slug, async (store, change) => {
    if ((await lookAt(env.STORE_STATS, slug)) === null) return refused('unreachable');
    await rebuildStore(env, store, change);
    return { ok: true, slug };
  });
}

/** How far a rebuild is. */
export async function rebuildProgress(slug: string): Promise<Progress> {
  const guarded = await requirePermission('admin');
  if (!guarded.ok) return guarded;
  if ((await findStore(env.DB, slug)) === null) return refused('store_unknown');
  const look = await lookAt(env.STORE_STATS, slug);
  return look === null ? refused('unreachable') : { ok: true, rebuilding: look.rebuilding };
}

function changing(slug: string, work: (store: Store, change: Change) => Promise<Saved>): Promise<Saved> {
  return changeAsOperator<Saved>(async ({ change }) => {
    const store = await findStore(env.DB, slug);
    return store === null ? refused('store_unknown') : work(store, change);
  });
}

function refused(code: StoreRefusal['code']): StoreRefusal {
  return { ok: false, code, requestId: requestId() };
}

function namedWrong(...fields: readonly string[]): FieldsWrong {
  return { ok: false, code: 'fields_wrong', fields, requestId: requestId() };
}

function fieldsWrong(error: {
  readonly issues: readonly { readonly path: readonly PropertyKey[] }[];
}): FieldsWrong {
  return namedWrong(...new Set(error.issues.map(({ path }) => String(path[0] ?? ''))));
}
