import { METRICS, type MetricId } from '@layerkick/stats/metrics';
import { Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '#/features/i18n/use-t.ts';

const popoverId = (metric: MetricId) => `explain-${metric}`;

/** Opens what a figure means. One {@link Explanation} per metric and page has to be there. */
export function ExplainButton({ metric }: { metric: MetricId }) {
  const t = useT();
  return (
    <button
      type="button"
      popoverTarget={popoverId(metric)}
      className="explain"
      aria-label={t('What is “{metric}”?', { metric: t(METRICS[metric].label) })}
    >
      <Info size={14} aria-hidden />
    </button>
  );
}

/** The same from the name itself, where there is no room for an icon. */
export function ExplainedName({ metric, children }: { metric: MetricId; children: ReactNode }) {
  const t = useT();
  return (
    <button
      type="button"
      popoverTarget={popoverId(metric)}
      className="explained-name"
      title={t('What is “{metric}”?', { metric: t(METRICS[metric].label) })}
    >
      {children}
    </button>
  );
}

/** What a figure means and how it is made; `children` may show the sum that makes it. */
export function Explanation({ metric, children }: { metric: MetricId; children?: ReactNode }) {
  const t = useT();
  const { label, definition, formula } = METRICS[metric];
  const id = popoverId(metric);
  return (
    <dialog id={id} popover="auto" aria-labelledby={`${id}-name`} className="floating explanation">
      <h3 id={`${id}-name`}>{t(label)}</h3>
      {children}
      <p>{t(definition)}</p>
      <p className="formula">= {t(formula)}</p>
    </dialog>
  );
}
