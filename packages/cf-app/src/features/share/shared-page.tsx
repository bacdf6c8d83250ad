import { lazy, type ReactNode, Suspense } from 'react';
import { useT } from '#/features/i18n/use-t.ts';
import { Mark } from '#/components/mark.tsx';
import type { VisibleStore } from '#/features/auth/person.ts';
import { StoreTile } from '#/features/shell/store-tile.tsx';
import type { StatsResult } from '#/features/stats/answers.ts';
import { FilterPills } from '#/features/stats/filters/filter-pills.tsx';
import { Hero } from '#/features/stats/hero.tsx';
import { Panels } from '#/features/stats/panels/panels.tsx';
import { PeriodPicker } from '#/features/stats/period/period-picker.tsx';
import { periodLabel } from '#/features/stats/period/period-words.ts';
import type { SheetResult } from '#/features/stats/sheet/sheet-result.ts';
import { NoFigures } from '#/features/stats/states/no-figures.tsx';
import { StatsSource } from '#/features/stats/stats-source.ts';
import { isWaiting, useReport } from '#/features/stats/use-report.ts';
import type { StatsSearch } from '#/features/stats/view/search.schema.ts';
import { viewOf } from '#/features/stats/view/view.ts';
import { LockedPills } from './locked-pills.tsx';
import { SHARED_SOURCE } from './shared-source.ts';
import type { SharedStore } from './shared.ts';

// Not needed for the first screen of most.
const Sheet = lazy(async () => ({ default: (await import('#/features/stats/sheet/sheet.tsx')).Sheet }));

interface SharedPageProps {
  token: string;
  shared: SharedStore;
  search: StatsSearch;
  initial: StatsResult;
  /** What the server laid over the page. */
  sheet: SheetResult | null;
}

/** A store's figures for whoever has a link: to read, and nothing to change. Remount it for another link. */
export function SharedPage(props: SharedPageProps) {
  return (
    <StatsSource value={SHARED_SOURCE}>
      <Shared {...props} />
    </StatsSource>
  );
}

function Shared({ token, shared, search, initial, sheet }: SharedPageProps) {
  const t = useT();
  const { store, locked, names } = shared;
  const { result, busy, why, panels, below, refresh } = useReport(token, search, initial);
  const view = viewOf(search);
  const overview = result.ok && result.overview.ok ? result.overview.answer.query : null;
  return (
    <>
      <SharedBar store={store}>
        <PeriodPicker
          view={view}
          search={search}
          shown={overview?.range ?? null}
          compared={overview?.compare ?? null}
        />
      </SharedBar>
      <main id="main" className="page-width pb-8" aria-busy={busy}>
        <h1 className="sr-only">
          {store.name}: {periodLabel(view, t)}
        </h1>
        <LockedPills locked={locked} names={names} />
        {isWaiting(result) ? (
          <p className="py-16 text-center text-md text-ink-3">{t('Nothing has been measured yet.')}</p>
        ) : result.ok ? (
          <>
            <FilterPills slug={token} search={search} names={result.names} />
            <Hero report={result} why={why} search={search} retry={refresh} />
            {panels && below ? (
              <Panels panels={panels} below={below} search={search} retry={refresh} />
            ) : null}
          </>
        ) : (
          <NoFigures requestId={result.requestId} retry={refresh} />
        )}
      </main>
      {search.show || search.explain ? (
        <Suspense>
          <Sheet slug={token} search={search} initial={sheet} cards={[]} refresh={refresh} />
        </Suspense>
      ) : null}
    </>
  );
}

function SharedBar({ store, children }: { store: VisibleStore; children: ReactNode }) {
  const t = useT();
  return (
    <header className="top-bar">
      <div className="page-width">
        <Mark label="LayerKick" />
        <span className="switcher ms-1">
          <StoreTile slug={store.slug} name={store.name} />
          <span className="truncate">{store.name}</span>
        </span>
        <span className="code">{t('Shared view')}</span>
        <span className="flex-auto" />
        <div className="top-controls">{children}</div>
      </div>
    </header>
  );
}
