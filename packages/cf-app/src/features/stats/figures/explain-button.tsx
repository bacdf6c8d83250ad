import { METRICS, type MetricId } from '@layerkick/stats/metrics';
import { Info } from 'lucide-react';
import { useT } from '#/features/i18n/use-t.ts';
import type { StatsSearch } from '../view/search.schema.ts';
import { ViewLink } from '../view/view-link.tsx';

/** Opens what a figure means and what it is made of. */
export function ExplainButton({ metric, search }: { metric: MetricId; search: StatsSearch }) {
  const t = useT();
  return (
    <ViewLink
      search={{ ...search, explain: metric }}
      className="explain"
      aria-label={t('What is “{metric}”?', { metric: t(METRICS[metric].label) })}
    >
      <Info size={14} aria-hidden />
    </ViewLink>
  );
}
