import type { Dimension } from '@layerkick/stats/dimensions';
import { setResponseStatus } from '@tanstack/react-start/server';
import { env } from 'cloudflare:workers';
import { readConfiguration } from '#/env.server.ts';
import type { StatsResult } from '#/features/stats/answers.ts';
import type { KnownValue } from '#/features/stats/filters/known-value.ts';
import { valuesFor } from '#/features/stats/filters/known-values.server.ts';
import { renderPanel } from '#/features/stats/panels/panels.server.tsx';
import { type PanelId, parseSearch } from '#/features/stats/view/search.schema.ts';
import { sheetFor } from '#/features/stats/sheet/sheet.server.tsx';
import type { SheetResult } from '#/features/stats/sheet/sheet-result.ts';
import { reportFor } from '#/features/stats/stats.server.tsx';
import { pageFor } from '#/features/stats/store-of-page.server.ts';
import { log } from '#/lib/log.server.ts';
import { answerMayBeFramedBy, answerWithCookies } from '#/lib/request-context.server.ts';
import { authenticateShare } from '@layerkick/auth/credentials/share-link';
import { lockedNames } from './locked-names.server.ts';
import { findShare } from './share-links.server.ts';
import { requireShared } from './shared-store.server.ts';
import type { EmbeddedPart, SharedStore, ShareRefusal, Unlocking } from './shared.ts';
import { unlock } from './unlock.server.ts';

/** What a link leads to. With `embed`, the hosts that it names may show the page inside theirs. */
export async function sharedInRequest(token: string, embed: boolean): Promise<SharedStore | ShareRefusal> {
  const shared = await requireShared(token);
  if (!shared.ok) return withStatus(shared);
  const { store, share } = shared;
  if (embed) answerMayBeFramedBy(share.embedHosts);
  const { slug, name, timeZone, currency } = store;
  const locked = share.filters;
  // An embedded part shows none.
  const names = embed ? {} : await lockedNames(shared, locked);
  return { ok: true, store: { slug, name, timeZone, currency }, locked, names };
}

/** The figures behind a link, within its filters. */
export async function sharedReport(
  token: string,
  search: Record<string, unknown>,
  withPanels: boolean,
): Promise<StatsResult> {
  const shared = await requireShared(token);
  return shared.ok ? reportFor(await pageFor(shared), search, { withPanels }) : denied(shared);
}

/** One breakdown behind a link, as HTML. */
export async function sharedPanel(
  token: string,
  search: Record<string, unknown>,
  panel: PanelId,
): Promise<EmbeddedPart> {
  const shared = await requireShared(token);
  if (!shared.ok) return denied(shared);
  const asked = parseSearch(search);
  return { ok: true, search: asked, html: await renderPanel(await pageFor(shared), asked, panel) };
}

/** What lies over the shared page: all rows of a panel, or what a figure is made of. */
export async function sharedSheet(token: string, search: Record<string, unknown>): Promise<SheetResult> {
  const shared = await requireShared(token);
  return shared.ok ? sheetFor(await pageFor(shared), search) : denied(shared);
}

/** The values that a filter of the shared page may be about, within its locked ones. */
export async function sharedValues(
  token: string,
  search: Record<string, unknown>,
  dimension: Dimension,
): Promise<readonly KnownValue[] | ShareRefusal> {
  const shared = await requireShared(token);
  return shared.ok ? valuesFor(await pageFor(shared), search, dimension) : shared;
}

/** Says a link's password; from then on this browser is let in for some hours. */
export async function unlockInRequest(token: string, password: string): Promise<Unlocking> {
  const now = Date.now();
  try {
    const share = await findShare(env.DB, token);
    if (share === null || authenticateShare(share, true, now).kind === 'unknown') {
      return { ok: false, code: 'unknown' };
    }
    const { WORKOS_COOKIE_PASSWORD: secret, APP_ORIGIN } = readConfiguration(env);
    const parts = { db: env.DB, secret, secure: APP_ORIGIN.startsWith('https:'), now };
    const unlocked = await unlock(share, password, parts);
    if (!unlocked.ok) {
      if (unlocked.code === 'limited') log.warn('share_password_limited', { link: share.id });
      return unlocked;
    }
    answerWithCookies([unlocked.cookie]);
    return { ok: true };
  } catch (cause) {
    log.error('share_unavailable', { cause: String(cause) });
    return { ok: false, code: 'unavailable' };
  }
}

/** As the stats page understands it: whatever is wrong with the link, the page is loaded anew and says so. */
function denied({ code, requestId }: ShareRefusal) {
  return { ok: false, code: code === 'unavailable' ? 'unavailable' : 'forbidden', requestId } as const;
}

function withStatus(refusal: ShareRefusal): ShareRefusal {
  if (refusal.code === 'unknown') setResponseStatus(404);
  if (refusal.code === 'unavailable') setResponseStatus(503);
  return refusal;
}
