import { Suspense } from 'react';
import { useT } from '#/features/i18n/use-t.ts';
import { Fragment } from '../fragments/fragment.tsx';
import { PanelsSkeleton } from '../states/panels-skeleton.tsx';
import { type Arrived, useHtml } from '../use-arrived.ts';
import type { StatsSearch } from '../view/search.schema.ts';
import { FailedPanel } from './failed-panel.tsx';

interface PanelsProps {
  panels: Arrived;
  below: Arrived;
  search: StatsSearch;
  retry: () => void;
}

/**
 * Everything under the chart: first the panels that are in sight, then all others. Frames of the others stand under the real
 * ones only once these have their height: nothing that is there moves.
 */
export function Panels({ panels, below, ...rest }: PanelsProps) {
  const t = useT();
  return (
    <Suspense fallback={<PanelsSkeleton />}>
      <PartOfPanels part={panels} title={t('The breakdowns')} {...rest} />
      <Suspense fallback={<PanelsSkeleton inSight={false} />}>
        <PartOfPanels part={below} title={t('Further breakdowns')} {...rest} />
      </Suspense>
    </Suspense>
  );
}

interface PartOfPanelsProps {
  part: Arrived;
  /** What it is called where it failed as a whole. */
  title: string;
  search: StatsSearch;
  retry: () => void;
}

function PartOfPanels({ part, title, search, retry }: PartOfPanelsProps) {
  const { report } = part;
  const html = useHtml(part);
  if (html === '') {
    return (
      <section className="panel mt-5 min-h-72">
        <FailedPanel title={title} requestId={report.requestId} retry={retry} />
      </section>
    );
  }
  return <Fragment html={html} asked={report.search} search={search} className="panels" retry={retry} />;
}
