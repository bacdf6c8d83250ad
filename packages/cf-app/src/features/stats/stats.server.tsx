import type { DayRange, StatsQuery } from '@layerkick/stats/query';
import { env } from 'cloudflare:workers';
import type { ReactNode } from 'react';
import { readConfiguration } from '#/env.server.ts';
import { log } from '#/lib/log.server.ts';
import { withPageStatus } from '#/lib/page-status.server.ts';
import type { Answered, StatsResult } from './answers.ts';
import { chosenCards } from './cards/chosen-cards.server.ts';
import { filterNames } from './filters/filter-names.server.ts';
import { rendered } from './fragments/render.server.tsx';
import { panelPage } from './panels/panel-page.ts';
import { panelsOf } from './panels/panels.server.tsx';
import { type StoreOfPage, storeOfPage } from './store-of-page.server.ts';
import { overviewQuestion, selectionOf } from './view/queries.ts';
import { parseSearch, withoutSheet } from './view/search.schema.ts';
import { explain } from './why/explain.server.ts';
import { Why } from './why/why.tsx';

/** What the person in this request may see of `slug`, for the page state in `rawSearch`. */
export async function reportOf(slug: string, rawSearch: Record<string, unknown>): Promise<StatsResult> {
  const store = await storeOfPage(slug);
  if (!store.ok) return { ok: false, code: store.code, requestId: store.requestId };
  return reportFor(store, rawSearch);
}

/** The same for whoever was let in. */
export async function reportFor(
  store: StoreOfPage,
  rawSearch: Record<string, unknown>,
  { withPanels = true }: { readonly withPanels?: boolean } = {},
): Promise<StatsResult> {
  const search = parseSearch(rawSearch);
  const cards = await chosenCards(store);
  const first = Promise.all([
    store.askAll({ overview: overviewQuestion(search, cards) }),
    filterNames(store, search),
  ]);
  const rest = afterFirst(first);
  const days = first.then(daysOf, () => null);
  const why = html('why', store, async () => {
    await rest;
    return (
      <Why why={await explain(selectionOf(search), store)} page={panelPage(store, withoutSheet(search))} />
    );
  });
  const panels = withPanels
    ? html('panels', store, async () => {
        await rest;
        return panelsOf(store, search, days);
      })
    : Promise.resolve('');
  const [{ overview }, names] = await first;
  if (!overview.ok && (await store.attempt('probe', () => store.ask([PROBE]))) === null) {
    return withPageStatus({ ok: false, code: 'unavailable', requestId: store.requestId });
  }
  return {
    ok: true,
    search,
    cards,
    overview,
    why,
    names,
    panels,
    scriptOrigin: readConfiguration(env).APP_ORIGIN,
    requestId: store.requestId,
  };
}

function daysOf([{ overview }]: readonly [{ readonly overview: Answered }, unknown]): DayRange | null {
  return overview.ok ? overview.answer.query.range : null;
}

/**
 * When to ask for what is below the first screen. A store's object answers one question after another, and where it shares
 * a thread with this Worker nothing else happens meanwhile: the answer of the first screen would be held until the last one
 * is counted. A far object is not waited for.
 */
async function afterFirst(first: Promise<unknown>): Promise<void> {
  await Promise.race([first.catch(() => undefined), scheduler.wait(FAR_MS)]);
  await scheduler.wait(0);
}

const FAR_MS = 5;

/** What a store that answers at all can answer. */
const PROBE: StatsQuery = { metrics: ['orders'], range: 'today' };

/** Comes later, and is empty where it cannot be made: what it would say of failures is in it. */
async function html(what: string, store: StoreOfPage, content: () => Promise<ReactNode>): Promise<string> {
  try {
    return rendered(store.t, await content());
  } catch (cause) {
    log.error('part_failed', { store: store.settings.slug, what, cause: String(cause) });
    return '';
  }
}
