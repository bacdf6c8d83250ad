import { use } from 'react';
import { useT } from '#/features/i18n/use-t.ts';
import type { StatsReport } from '../answers.ts';
import { Fragment } from '../fragments/fragment.tsx';
import type { StatsSearch } from '../view/search.schema.ts';
import { FailedPanel } from './failed-panel.tsx';

interface PanelsProps {
  report: StatsReport;
  search: StatsSearch;
  retry: () => void;
}

/** Everything below the first screen, once it has come. */
export function Panels({ report, search, retry }: PanelsProps) {
  const t = useT();
  const html = use(report.panels);
  if (html === '') {
    return (
      <section className="panel mt-5 min-h-72">
        <FailedPanel title={t('The breakdowns')} requestId={report.requestId} retry={retry} />
      </section>
    );
  }
  return <Fragment html={html} asked={report.search} search={search} className="panels" retry={retry} />;
}
