import type { BookingsQuery } from '@layerkick/stats/bookings';
import type { CohortsQuery } from '@layerkick/stats/cohorts';
import { addMonths, startOfMonth } from '@layerkick/stats/calendar';
import type { DayRange, StatsAnswer } from '@layerkick/stats/query';
import { env } from 'cloudflare:workers';
import type { ReactNode } from 'react';
import { GoalsPanel } from '#/features/goals/goals-panel.tsx';
import { goalsReached } from '#/features/goals/goals-reached.server.ts';
import type { Answered } from '../answers.ts';
import { dayAt } from '../format/day.ts';
import { rendered } from '../fragments/render.server.tsx';
import type { StoreOfPage } from '../store-of-page.server.ts';
import { StatsFooter } from '../stats-footer.tsx';
import { filtersOf } from '../view/filters.ts';
import { selectionOf } from '../view/queries.ts';
import { type PanelId, type StatsSearch, withoutSheet } from '../view/search.schema.ts';
import { CohortsPanel } from './cohorts-panel.tsx';
import { coverageQuestions, isCoverageKnown } from './coverage.ts';
import { CoveragePanel } from './coverage-panel.tsx';
import { CountryMap } from './country-map.tsx';
import { FunnelPanel } from './funnel-panel.tsx';
import { HeatmapPanel } from './heatmap-panel.tsx';
import { ImportedPanel } from './imported-panel.tsx';
import { NoCustomers } from './no-customers.tsx';
import { OrdersPanel } from './orders-panel.tsx';
import { panelPage } from './panel-page.ts';
import {
  funnelQuestion,
  heatmapMetric,
  panelQuestions,
  questionsBelow,
  questionsInSight,
  WEEKDAYS,
} from './questions.ts';
import { RankPanel } from './rank-panel.tsx';
import { SplitBar } from './split-bar.tsx';

const RECENT_ORDERS = 6;
const COHORT_MONTHS = 12;

/** The breakdowns of the panels in sight. Never rejects. */
export function listsInSight(store: StoreOfPage, search: StatsSearch) {
  return store.askAll(questionsInSight(withoutSheet(search)));
}

/**
 * The panels that are in sight of a large window: whole rows of the grid, whatever its width. What cannot be answered says so
 * in its own place.
 */
export async function panelsInSight(
  store: StoreOfPage,
  search: StatsSearch,
  answers: ReturnType<typeof listsInSight>,
): Promise<ReactNode> {
  const asked = withoutSheet(search);
  const [lists, funnel] = await Promise.all([
    answers,
    store.attempt('funnel', () => store.reading.funnel(funnelQuestion(asked))),
  ]);
  const page = panelPage(store, asked);
  return (
    <>
      <FunnelPanel answer={funnel} page={page} />
      <HeatmapPanel values={hourValues(lists, asked)} page={page} />
      <RankPanel panel="sources" answered={lists.sources} page={page} />
      <RankPanel panel="products" answered={lists.products} page={page} />
    </>
  );
}

/**
 * All other panels, and what the page ends with.
 *
 * @param above breakdowns that the foot of the page counts in
 * @param days that the page is about, as the first screen was told; null where it was not. Never rejects
 */
export async function panelsBelow(
  store: StoreOfPage,
  search: StatsSearch,
  above: ReturnType<typeof listsInSight>,
  days: Promise<DayRange | null>,
): Promise<ReactNode> {
  const asked = withoutSheet(search);
  const { bookings } = store.reading;
  const { filters, bots, range } = selectionOf(asked);
  const selected = { filters: filters ?? [], bots: bots ?? false };
  const recent: BookingsQuery = { ...selected, kind: 'orders', range, limit: RECENT_ORDERS };
  const [goals, lists, coverage, cohorts, orders, imported] = await Promise.all([
    // First: it looks into the database, and only then asks the store.
    store.attempt('goals', () => goalsReached(env.DB, store.settings.slug, selectionOf(asked), store.ask)),
    store.askAll(questionsBelow(asked)),
    isCoverageKnown(selected.filters) ? store.askAll(coverageQuestions(asked)) : null,
    store.attempt('cohorts', () => store.reading.cohorts({ ...selected, range: cohortMonths(store) })),
    bookings && store.attempt('orders', () => bookings(recent)),
    importedOf(store, asked, days),
  ]);
  const page = panelPage(store, asked);
  const { map } = lists;
  return (
    <>
      <RankPanel
        panel="countries"
        answered={lists.countries}
        page={page}
        renderPicture={(_, { rank }) =>
          map.ok ? <CountryMap answer={map.answer} rank={rank} asked={asked} /> : null
        }
      />
      <RankPanel panel="pages" answered={lists.pages} page={page} />
      <RankPanel
        panel="devices"
        answered={lists.devices}
        page={page}
        renderPicture={(answer, { rank }) => <SplitBar answer={answer} rank={rank} />}
      />
      <RankPanel
        panel="customers"
        answered={withoutUnknownAlone(lists.customers)}
        page={page}
        renderPicture={(answer, { rank }) => <SplitBar answer={answer} rank={rank} />}
        empty={<NoCustomers page={page} />}
      />
      {bookings === null ? null : <OrdersPanel answer={orders} page={page} />}
      <GoalsPanel goals={goals} page={page} />
      <CohortsPanel answer={cohorts} page={page} />
      {coverage === null ? null : <CoveragePanel answers={coverage} page={page} />}
      <ImportedPanel days={imported} page={page} />
      <StatsFooter answers={[...Object.values(await above), ...Object.values(lists)]} />
    </>
  );
}

/** Nothing is known of what another program counted but the day. */
async function importedOf(store: StoreOfPage, asked: StatsSearch, days: Promise<DayRange | null>) {
  const { importedDays } = store.reading;
  if (importedDays === null || filtersOf(asked).length > 0) return [];
  const range = await days;
  return range === null ? [] : store.attempt('imported', () => importedDays(range));
}

/** One breakdown by itself, as HTML. */
export async function renderPanel(store: StoreOfPage, search: StatsSearch, panel: PanelId): Promise<string> {
  const asked = withoutSheet(search);
  const { answered } = await store.askAll({ answered: panelQuestions(asked)[panel] });
  return rendered(store.t, <RankPanel panel={panel} answered={answered} page={panelPage(store, asked)} />);
}

/** The current month and the eleven before it: what a period says about cohorts would be their first days only. */
function cohortMonths({ now, settings }: StoreOfPage): CohortsQuery['range'] {
  const today = dayAt(now, settings.timeZone);
  return { from: addMonths(startOfMonth(today), 1 - COHORT_MONTHS), to: today };
}

type Hours = Readonly<Record<`weekday_${(typeof WEEKDAYS)[number]}`, Answered>>;

/** Null where any of the days is not known. */
function hourValues(lists: Hours, asked: StatsSearch): number[][] | null {
  const metric = heatmapMetric(asked);
  const days = WEEKDAYS.map((weekday) => lists[`weekday_${weekday}`]);
  const values = days.flatMap((day) => (day.ok ? [hoursOf(day.answer, metric)] : []));
  return values.length === days.length ? values : null;
}

function hoursOf({ rows }: StatsAnswer, metric: 'orders' | 'sessions'): number[] {
  const byHour = new Map(rows.map((row) => [row.dimensions[0] ?? '', row.metrics[metric] ?? 0]));
  return Array.from({ length: 24 }, (_, hour) => byHour.get(String(hour)) ?? 0);
}

/** Where nothing is known of anybody, one row that says so is no breakdown. */
function withoutUnknownAlone(answered: Answered): Answered {
  if (!answered.ok || answered.answer.rows.some((row) => row.dimensions[0] !== '')) return answered;
  return { ok: true, answer: { ...answered.answer, rows: [] } };
}
