import { currencyCode, timeZone as timeZoneName } from '@layerkick/stats/store';
import { env } from 'cloudflare:workers';
import { annotationsOf } from '#/features/annotations/annotation-rows.server.ts';
import type { Denial } from '#/features/auth/person.ts';
import { goalsOf } from '#/features/goals/goal-rows.server.ts';
import { lockedNames } from '#/features/share/locked-names.server.ts';
import { rowOf } from '#/features/share/manage-shares.server.ts';
import { sharesOf } from '#/features/share/share-links.server.ts';
import { lookAt } from '#/features/stores/look.server.ts';
import { moveToTimeZone } from '#/features/stores/rebuild.server.ts';
import { editStore, setCurrency } from '#/features/stores/registry.server.ts';
import { storeEdit } from '#/features/stores/store.schema.ts';
import { requestId } from '#/lib/request-context.server.ts';
import { atStore } from './as-manager.server.ts';
import { membersOf } from './store-members.server.ts';
import type { RebuildProgress, StoreSaved, StoreSettings } from './store-settings.ts';

type Saved = Exclude<StoreSaved, Denial>;

export function settingsInRequest(slug: string): Promise<StoreSettings> {
  return atStore(slug, async ({ auth, store }) => {
    const [look, goals, annotations, shares, members] = await Promise.all([
      lookAt(env.STORE_STATS, store.slug),
      goalsOf(env.DB, store.slug),
      annotationsOf(env.DB, store.slug),
      sharesOf(env.DB, store.slug),
      membersOf(env, store.slug),
    ]);
    return {
      ok: true,
      store,
      rebuilding: look?.rebuilding ?? null,
      goals,
      annotations: annotations.map(({ id, day, text }) => ({ id, day, text, mine: true })),
      shares: shares.map(rowOf),
      shareNames: await lockedNames(
        { auth, store },
        shares.flatMap(({ filters }) => filters),
      ),
      members,
    };
  });
}

/** What it is called, and where its events may come from. */
export function editInRequest(edit: { slug: string; name: string; domains: string[] }): Promise<StoreSaved> {
  return atStore<Saved>(edit.slug, async ({ store, change }) => {
    const { name, domains } = edit;
    const parsed = storeEdit.safeParse({ name, domains });
    if (!parsed.success) {
      const fields = parsed.error.issues.map(({ path }) => String(path[0] ?? ''));
      return wrong(...new Set(fields));
    }
    await editStore(env.DB, store, parsed.data, change);
    return { ok: true, slug: store.slug };
  });
}

/** Where its days begin: all figures are worked out anew. */
export function moveInRequest(slug: string, timeZone: string): Promise<StoreSaved> {
  return atStore<Saved>(slug, async ({ store, change }) => {
    if (!timeZoneName.safeParse(timeZone).success) return wrong('timeZone');
    if ((await lookAt(env.STORE_STATS, store.slug)) === null) {
      return { ok: false, code: 'unreachable', requestId: requestId() };
    }
    await moveToTimeZone(env, store, timeZone, change);
    return { ok: true, slug: store.slug };
  });
}

/** What its amounts are in; nothing is converted. */
export function countInRequest(slug: string, currency: string): Promise<StoreSaved> {
  return atStore<Saved>(slug, async ({ store, change }) => {
    if (!currencyCode.safeParse(currency).success) return wrong('currency');
    if (currency !== store.currency) await setCurrency(env.DB, store, currency, change);
    return { ok: true, slug: store.slug };
  });
}

export function progressInRequest(slug: string): Promise<RebuildProgress> {
  return atStore(slug, async ({ store }) => ({
    ok: true,
    rebuilding: (await lookAt(env.STORE_STATS, store.slug))?.rebuilding ?? null,
  }));
}

function wrong(...fields: readonly string[]): Saved {
  return { ok: false, code: 'fields_wrong', fields, requestId: requestId() };
}
