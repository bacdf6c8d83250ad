import { Suspense, use } from 'react';
import type { StatsReport } from '../answers.ts';
import { Fragment } from '../fragments/fragment.tsx';
import type { StatsSearch } from '../view/search.schema.ts';
import { viewOf } from '../view/view.ts';

interface WhySlotProps {
  /** Whose explanation is shown: that of before stays until the new one is there. */
  report: StatsReport;
  search: StatsSearch;
  retry: () => void;
}

/** Where the explanation of the change comes to stand, beside the chart. */
export function WhySlot(props: WhySlotProps) {
  if (viewOf(props.report.search).compare === null) return null;
  return (
    <Suspense fallback={<Waiting />}>
      <Explanation {...props} />
    </Suspense>
  );
}

function Explanation({ report, search, retry }: WhySlotProps) {
  return <Fragment html={use(report.why)} asked={report.search} search={search} retry={retry} />;
}

/** As large as what replaces it. */
function Waiting() {
  return (
    <section className="why">
      <div className="grid gap-4.5 pt-5">
        {['w-2/5', 'w-4/5', 'w-3/5', 'w-1/2'].map((width) => (
          <span key={width} className={`skeleton h-3.5 ${width}`} />
        ))}
      </div>
    </section>
  );
}
