import { log } from '#/lib/log.server.ts';
import { rendered } from '../fragments/render.server.tsx';
import { FailedPart } from '../panels/failed-part.tsx';
import { panelPage } from '../panels/panel-page.ts';
import { type StoreOfPage, storeOfPage } from '../store-of-page.server.ts';
import { parseSearch, type StatsSearch, withoutSheet } from '../view/search.schema.ts';
import { bookingsSheet } from './bookings-sheet.server.tsx';
import { explanationSheet } from './explanation-sheet.server.tsx';
import { rowsSheet } from './rows-sheet.server.tsx';
import type { SheetResult } from './sheet-result.ts';
import { whySheet } from './why-sheet.server.tsx';

/** What lies over the page of `slug` in the state `rawSearch`, for the person in this request. */
export async function sheetOf(slug: string, rawSearch: Record<string, unknown>): Promise<SheetResult> {
  const store = await storeOfPage(slug);
  if (!store.ok) return { ok: false, code: store.code, requestId: store.requestId };
  return sheetFor(store, rawSearch);
}

/** The same for whoever was let in. */
export async function sheetFor(store: StoreOfPage, rawSearch: Record<string, unknown>): Promise<SheetResult> {
  const search = parseSearch(rawSearch);
  try {
    return { ok: true, search, html: rendered(store.t, await contentOf(store, search)) };
  } catch (cause) {
    log.error('sheet_failed', { store: store.settings.slug, cause: String(cause) });
    const page = panelPage(store, withoutSheet(search));
    return {
      ok: true,
      search,
      html: rendered(store.t, <FailedPart title={store.t('What you asked for')} page={page} />),
    };
  }
}

async function contentOf(store: StoreOfPage, search: StatsSearch) {
  const { show, explain } = search;
  if (explain !== undefined) return explanationSheet(store, search, explain);
  switch (show) {
    case undefined:
    case 'cards':
      return null;
    case 'why':
      return whySheet(store, search);
    case 'orders':
    case 'bookings':
      return bookingsSheet(store, search, show);
    default:
      return rowsSheet(store, search, show);
  }
}
