import { METRICS, type MetricId } from '@layerkick/stats/metrics';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useT } from '#/features/i18n/use-t.ts';
import { StateLink } from '../fragments/state-link.tsx';
import type { StatsSearch } from '../view/search.schema.ts';

interface SortLinkProps {
  search: StatsSearch;
  /** What the address calls the column by; the time, which is the usual order of what is listed, by nothing. */
  metric: MetricId | undefined;
  name: string;
  /** Whether the rows are in the order of this column. */
  sorted: boolean;
  ascending: boolean;
}

/** A column's heading in a sheet, which sorts its rows by it: the largest first, and the other way round from then on. */
export function SortLink({ search, metric, name, sorted, ascending }: SortLinkProps) {
  const t = useT();
  const Arrow = ascending ? ArrowUp : ArrowDown;
  return (
    <StateLink
      search={{ ...search, by: metric, up: sorted && !ascending ? true : undefined, place: undefined }}
      className="explained-name sort-link"
      title={
        metric === undefined ? t('Sort by time') : t('Sort by {metric}', { metric: t(METRICS[metric].label) })
      }
    >
      {name}
      {sorted ? <Arrow size={12} aria-hidden /> : null}
    </StateLink>
  );
}
