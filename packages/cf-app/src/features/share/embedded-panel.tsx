import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { useT } from '#/features/i18n/use-t.ts';
import { leavePage } from '#/features/shell/sign-in.ts';
import type { StatsResult } from '#/features/stats/answers.ts';
import { Fragment } from '#/features/stats/fragments/fragment.tsx';
import { Hero } from '#/features/stats/hero.tsx';
import { periodLabel } from '#/features/stats/period/period-words.ts';
import { NoFigures } from '#/features/stats/states/no-figures.tsx';
import { StatsSource } from '#/features/stats/stats-source.ts';
import { useReport } from '#/features/stats/use-report.ts';
import type { PanelId, StatsSearch } from '#/features/stats/view/search.schema.ts';
import { viewOf } from '#/features/stats/view/view.ts';
import { EMBEDDED_SOURCE } from './shared-source.ts';
import { loadSharedPanel } from './shared.functions.ts';
import type { EmbeddedPart, SharedStore } from './shared.ts';

interface EmbeddedProps {
  token: string;
  shared: SharedStore;
  search: StatsSearch;
}

/** The first screen of a store's page, to stand inside another site's. */
export function EmbeddedOverview({ initial, ...props }: EmbeddedProps & { initial: StatsResult }) {
  return (
    <StatsSource value={EMBEDDED_SOURCE}>
      <EmbeddedFrame {...props}>
        <Overview {...props} initial={initial} />
      </EmbeddedFrame>
    </StatsSource>
  );
}

function Overview({ token, search, initial }: EmbeddedProps & { initial: StatsResult }) {
  const { result, why, refresh } = useReport(token, search, initial);
  return result.ok ? (
    <Hero report={result} why={why} search={search} retry={refresh} />
  ) : (
    <NoFigures requestId={result.requestId} retry={refresh} />
  );
}

interface EmbeddedPanelProps extends EmbeddedProps {
  panel: PanelId;
  initial: EmbeddedPart;
}

/** One breakdown of it. */
export function EmbeddedPanel({ panel, initial, ...props }: EmbeddedPanelProps) {
  const { token, search } = props;
  const [part, setPart] = useState(initial);
  const load = useEffectEvent(async () => {
    const next = await loadSharedPanel({ data: { token, search, panel } }).catch(() => null);
    if (next && !next.ok && next.code !== 'unavailable') return leavePage('forbidden');
    if (next) setPart(next);
  });
  const state = JSON.stringify(search);
  useEffect(() => {
    if (!part.ok || JSON.stringify(part.search) !== state) void load();
    // A state is its key.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [state]);
  return (
    <EmbeddedFrame {...props}>
      {part.ok ? (
        <Fragment html={part.html} asked={part.search} search={search} retry={() => location.reload()} />
      ) : (
        <NoFigures requestId={part.requestId} retry={() => location.reload()} />
      )}
    </EmbeddedFrame>
  );
}

function EmbeddedFrame({ token, shared, search, children }: EmbeddedProps & { children: ReactNode }) {
  const t = useT();
  const period = periodLabel(viewOf(search), t);
  return (
    <main id="main" className="embed">
      <h1 className="sr-only">
        {shared.store.name}: {period}
      </h1>
      {children}
      <p className="embed-foot">
        <span>
          {shared.store.name} · {period}
        </span>
        <a href={`/share/${token}`} target="_blank" rel="noopener" className="text-link">
          LayerKick
        </a>
      </p>
    </main>
  );
}
