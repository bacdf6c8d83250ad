import { Suspense } from 'react';
import { Fragment } from '../fragments/fragment.tsx';
import { type Arrived, useHtml } from '../use-arrived.ts';
import type { StatsSearch } from '../view/search.schema.ts';
import { viewOf } from '../view/view.ts';

interface WhySlotProps {
  part: Arrived;
  search: StatsSearch;
  retry: () => void;
}

/** Where the explanation of the change comes to stand, beside the chart. */
export function WhySlot(props: WhySlotProps) {
  if (viewOf(props.part.report.search).compare === null) return null;
  return (
    <Suspense fallback={<Waiting />}>
      <Explanation {...props} />
    </Suspense>
  );
}

function Explanation({ part, search, retry }: WhySlotProps) {
  return <Fragment html={useHtml(part)} asked={part.report.search} search={search} retry={retry} />;
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
