import { lazy, Suspense } from 'react';
import { LiveLink } from '#/features/live/live-link.tsx';
import type { SessionAtStore } from '#/features/shell/session-at.ts';
import { StoreSwitcher } from '#/features/shell/store-switcher.tsx';
import { TopBar } from '#/features/shell/top-bar.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import type { StatsReport, StatsResult } from './answers.ts';
import { FilterPills } from './filters/filter-pills.tsx';
import { formatTime } from './format/time.ts';
import { Hero } from './hero.tsx';
import { Panels } from './panels/panels.tsx';
import { PeriodPicker } from './period/period-picker.tsx';
import { periodLabel } from './period/period-words.ts';
import { NoFigures, StaleNotice } from './states/no-figures.tsx';
import { StatsFooter } from './stats-footer.tsx';
import { isWaiting, useReport } from './use-report.ts';
import type { StatsSearch } from './view/search.schema.ts';
import { viewOf } from './view/view.ts';

// Only a store that nothing was ever heard of needs it.
const EmptyStore = lazy(async () => ({ default: (await import('./states/empty-store.tsx')).EmptyStore }));

interface StatsPageProps {
  session: SessionAtStore;
  search: StatsSearch;
  initial: StatsResult;
}

/** One store's figures for the state in the URL. Remount it for another store. */
export function StatsPage({ session, search, initial }: StatsPageProps) {
  const t = useT();
  const { store, stores, person, devBypass, degraded } = session;
  const { result, stale, busy, refresh } = useReport(store.slug, search, initial);
  const view = viewOf(search);
  const waiting = isWaiting(result);
  const overview = result.ok && result.answers.overview.ok ? result.answers.overview.answer.query : null;
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
            <PeriodPicker
              view={view}
              search={search}
              shown={overview?.range ?? null}
              compared={overview?.compare ?? null}
            />
          )
        }
      />
      <main id="main" className="page-width pb-8" aria-busy={busy}>
        {waiting && result.ok ? (
          <Suspense>
            <EmptyStore slug={store.slug} scriptOrigin={result.scriptOrigin} />
          </Suspense>
        ) : (
          <>
            <h1 className="sr-only">
              {store.name}: {periodLabel(view, t)}
            </h1>
            <FilterPills slug={store.slug} search={search} answers={result.ok ? result.answers : null} />
            {result.ok ? (
              <Figures report={result} search={search} retry={refresh} />
            ) : (
              <NoFigures requestId={result.requestId} retry={refresh} />
            )}
          </>
        )}
      </main>
    </>
  );
}

function Figures({ report, search, retry }: { report: StatsReport; search: StatsSearch; retry: () => void }) {
  return (
    <>
      <Hero report={report} search={search} retry={retry} />
      <Panels report={report} search={search} retry={retry} />
      <StatsFooter answers={Object.values(report.answers)} />
    </>
  );
}

function answeredAt(report: StatsReport): number {
  const times = Object.values(report.answers).flatMap((one) =>
    one.ok ? [one.answer.freshness.answeredAt] : [],
  );
  return Math.min(...times);
}
