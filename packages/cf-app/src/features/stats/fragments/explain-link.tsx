import { METRICS, type MetricId } from '@layerkick/stats/metrics';
import type { ReactNode } from 'react';
import { useT } from '#/features/i18n/use-t.ts';
import type { StatsSearch } from '../view/search.schema.ts';
import { StateLink } from './state-link.tsx';

interface ExplainLinkProps {
  metric: MetricId;
  asked: StatsSearch;
  children: ReactNode;
}

/** Opens what a figure means and what it is made of, from its name. */
export function ExplainLink({ metric, asked, children }: ExplainLinkProps) {
  const t = useT();
  return (
    <StateLink
      search={{ ...asked, explain: metric }}
      className="explained-name"
      title={t('What is “{metric}”?', { metric: t(METRICS[metric].label) })}
    >
      {children}
    </StateLink>
  );
}
