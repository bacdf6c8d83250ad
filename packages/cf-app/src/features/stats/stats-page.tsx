import { lazy, Suspense } from 'react';
import { useAuth } from '#/features/auth/use-auth.ts';
import { LiveLink } from '#/features/live/live-link.tsx';
import { ShareEntry } from '#/features/share/share-entry.tsx';
import type { SessionAtStore } from '#/features/shell/session-at.ts';
import { usePeriodKeys } from '#/features/keyboard/use-period-keys.ts';
import { StoreSwitcher } from '#/features/shell/store-switcher.tsx';
import { TopBar } from '#/features/shell/top-bar.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { organizationPrefix } from '#/lib/page-request.ts';
import type { StatsReport, StatsResult } from './answers.ts';
import { FilterPills } from './filters/filter-pills.tsx';
import { formatTime } from './format/time.ts';
import { Hero } from './hero.tsx';
import { Panels } from './panels/panels.tsx';
import { PeriodPicker } from './period/period-picker.tsx';
import { periodLabel } from './period/period-words.ts';
import { NoFigures, StaleNotice } from './states/no-figures.tsx';
import type { SheetResult } from './sheet/sheet-result.ts';
import { isWaiting, useReport } from './use-report.ts';
import type { StatsSearch } from './view/search.schema.ts';
import { viewOf } from './view/view.ts';

// Not needed for the first screen of most.
const Sheet = lazy(async () => ({ default: (await import('./sheet/sheet.tsx')).Sheet }));
const EmptyStore = lazy(async () => ({ default: (await import('./states/empty-store.tsx')).EmptyStore }));

interface StatsPageProps {
  session: SessionAtStore;
  search: StatsSearch;
  initial: StatsResult;
  /** What the server laid over the page. */
  sheet: SheetResult | null;
}

/** One store's figures for the state in the URL. Remount it for another store. */
export function StatsPage({ session, search, initial, sheet }: StatsPageProps) {
  const t = useT();
  const { store, stores, person, devBypass, degraded } = session;
  const { result, stale, busy, why, panels, below, refresh } = useReport(store.slug, search, initial);
  const { permissions } = useAuth();
  const view = viewOf(search);
  const waiting = isWaiting(result);
  const overview = result.ok && result.overview.ok ? result.overview.answer.query : null;
  usePeriodKeys(search, overview?.range ?? null);
  return (
    <>
      <TopBar
        person={person}
        devBypass={devBypass}
        degraded={degraded}
        place={
          <>
            <StoreSwitcher store={store} stores={stores} />
            <LiveLink slug={store.slug} />
          </>
        }
        notice={
          stale && result.ok ? (
            <StaleNotice since={formatTime(answeredAt(result), store.timeZone)} retry={refresh} />
          ) : null
        }
        controls={
          waiting ? null : (
            <>
              <PeriodPicker
                view={view}
                search={search}
                shown={overview?.range ?? null}
                compared={overview?.compare ?? null}
              />
              <ShareEntry slug={store.slug} />
            </>
          )
        }
      />
      <main id="main" className="page-width pb-8" aria-busy={busy}>
        {waiting && result.ok ? (
          <Suspense>
            <EmptyStore
              slug={store.slug}
              prefix={organizationPrefix()}
              scriptOrigin={result.scriptOrigin}
              mayInstall={permissions?.includes('store:manage') ?? false}
            />
          </Suspense>
        ) : (
          <>
            <h1 className="sr-only">
              {store.name}: {periodLabel(view, t)}
            </h1>
            <FilterPills slug={store.slug} search={search} names={result.ok ? result.names : NO_NAMES} />
            {result.ok ? (
              <Hero report={result} why={why} search={search} retry={refresh} />
            ) : (
              <NoFigures requestId={result.requestId} retry={refresh} />
            )}
            {panels && below ? (
              <Panels panels={panels} below={below} search={search} retry={refresh} />
            ) : null}
          </>
        )}
      </main>
      {search.show || search.explain ? (
        <Suspense>
          <Sheet
            slug={store.slug}
            search={search}
            initial={sheet}
            cards={result.ok ? result.cards : []}
            refresh={refresh}
          />
        </Suspense>
      ) : null}
    </>
  );
}

const NO_NAMES = {};

function answeredAt({ overview }: StatsReport): number {
  return overview.ok ? overview.answer.freshness.answeredAt : Date.now();
}
