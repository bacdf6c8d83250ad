import { METRICS, type MetricId } from '@layerkick/stats/metrics';
import { Info } from 'lucide-react';
import type { ReactNode } from 'react';

const popoverId = (metric: MetricId) => `explain-${metric}`;

/** Opens what a figure means. One {@link Explanation} per metric and page has to be there. */
export function ExplainButton({ metric }: { metric: MetricId }) {
  return (
    <button
      type="button"
      popoverTarget={popoverId(metric)}
      className="explain"
      aria-label={`What is “${METRICS[metric].label}”?`}
    >
      <Info size={14} aria-hidden />
    </button>
  );
}

/** The same from the name itself, where there is no room for an icon. */
export function ExplainedName({ metric, children }: { metric: MetricId; children: ReactNode }) {
  return (
    <button
      type="button"
      popoverTarget={popoverId(metric)}
      className="explained-name"
      title={`${METRICS[metric].label}: what is this?`}
    >
      {children}
    </button>
  );
}

/** What a figure means and how it is made; `children` may show the sum that makes it. */
export function Explanation({ metric, children }: { metric: MetricId; children?: ReactNode }) {
  const { label, definition, formula } = METRICS[metric];
  const id = popoverId(metric);
  return (
    <dialog id={id} popover="auto" aria-labelledby={`${id}-name`} className="floating explanation">
      <h3 id={`${id}-name`}>{label}</h3>
      {children}
      <p>{definition}</p>
      <p className="formula">= {formula}</p>
    </dialog>
  );
}
