import type { StatsReport } from '../answers.ts';
import { PANEL_IDS, type StatsSearch } from '../view/search.schema.ts';
import { Panel } from './panel.tsx';

interface PanelsProps {
  report: StatsReport;
  search: StatsSearch;
  retry: () => void;
}

/** All breakdowns; an enlarged one comes first and takes the whole width. */
export function Panels({ report, search, retry }: PanelsProps) {
  const { show } = report.search;
  const order = show ? [show, ...PANEL_IDS.filter((panel) => panel !== show)] : PANEL_IDS;
  return (
    <div className="panels">
      {order.map((panel) => (
        <Panel
          key={panel}
          panel={panel}
          answered={report.answers[panel]}
          asked={report.search}
          search={search}
          requestId={report.requestId}
          retry={retry}
        />
      ))}
    </div>
  );
}
