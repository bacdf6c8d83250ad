import type { DayRange, StatsQuery } from '@layerkick/stats/query';
import { env } from 'cloudflare:workers';
import type { ReactNode } from 'react';
import { readConfiguration } from '#/env.server.ts';
import { log } from '#/lib/log.server.ts';
import { withPageStatus } from '#/lib/page-status.server.ts';
import type { Answered, StatsReport, StatsResult } from './answers.ts';
import { chosenCards } from './cards/chosen-cards.server.ts';
import { filterNames } from './filters/filter-names.server.ts';
import { rendered } from './fragments/render.server.tsx';
import { panelPage } from './panels/panel-page.ts';
import { listsInSight, panelsBelow, panelsInSight } from './panels/panels.server.tsx';
import { type StoreOfPage, storeOfPage } from './store-of-page.server.ts';
import { overviewQuestion, selectionOf } from './view/queries.ts';
import { parseSearch, type StatsSearch, withoutSheet } from './view/search.schema.ts';
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
  const rest = after(first, FAR_MS);
  const days = first.then(daysOf, () => null);
  const why = html('why', store, async () => {
    await rest;
    // The days that were compared are known by the time that a second question would leave.
    const selection = { ...selectionOf(search), ...(await days) };
    return <Why why={await explain(selection, store)} page={panelPage(store, withoutSheet(search))} />;
  });
  const { panels, below } = withPanels ? panelsAfter(rest, { store, search, why, days }) : NO_PANELS;
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
    below,
    scriptOrigin: readConfiguration(env).APP_ORIGIN,
    requestId: store.requestId,
  };
}

type Panels = Pick<StatsReport, 'panels' | 'below'>;

const NO_PANELS: Panels = { panels: Promise.resolve(''), below: Promise.resolve('') };

interface PanelsAsked {
  readonly store: StoreOfPage;
  readonly search: StatsSearch;
  /** In sight, too. */
  readonly why: Promise<string>;
  readonly days: Promise<Days | null>;
}

/** The panels in sight, and when these are there, all others: whoever filters waits for what they see. */
function panelsAfter(rest: Promise<void>, { store, search, why, days }: PanelsAsked): Panels {
  // It is short: the browser draws it while these are counted.
  const whyOnItsWay = rest.then(() => after(why, FAR_MS));
  const lists = whyOnItsWay.then(() => listsInSight(store, search));
  const panels = html('panels', store, async () => {
    await whyOnItsWay;
    return panelsInSight(store, search, lists);
  });
  const below = html('below', store, async () => {
    await whyOnItsWay;
    await after(panels, FAR_IN_SIGHT_MS);
    const range = days.then((known) => known?.range ?? null);
    return panelsBelow(store, search, lists, range);
  });
  return { panels, below };
}

/** Those that are shown, and those that they are compared with, if any; null where the store did not tell. */
function daysOf([{ overview }]: readonly [{ readonly overview: Answered }, unknown]): Days | null {
  if (!overview.ok) return null;
  const { range, compare } = overview.answer.query;
  return { range, ...(compare && { compare }) };
}

interface Days {
  readonly range: DayRange;
  readonly compare?: DayRange;
}

/**
 * When to ask for what is further down. A store's object answers one question after another, and where it shares a thread
 * with this Worker nothing else happens meanwhile: the answer of what is seen first would be held until the last one is
 * counted. A far object is not waited for longer than `farMs`.
 */
async function after(first: Promise<unknown>, farMs: number): Promise<void> {
  await Promise.race([first.catch(() => undefined), scheduler.wait(farMs)]);
  await scheduler.wait(0);
}

const FAR_MS = 5;
/** They take more questions. */
const FAR_IN_SIGHT_MS = 30;

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
