import type { MetricId } from '../metrics.ts';
import type { Product } from '../orders/order-reader.ts';
import type { Dimension, MetricValues, ParsedStatsQuery, StatsAnswer, StatsRow } from '../query.ts';
import { hasMetric, isDistinct } from './dimension-rules.ts';
import { metricOf, type Of } from './measures.ts';
import type { Figures } from './figures.ts';
import type { Groups } from './scan/groups.ts';
import type { Selection } from './scan/selection.ts';
import { valuesOf } from './values.ts';

export type Breakdown = Pick<StatsAnswer, 'rows' | 'others' | 'rowCount'>;

/** One row per value of the dimension, ordered and cut as the question says; what is cut off is one row together. */
export function breakDown(
  figures: Figures,
  query: ParsedStatsQuery,
  dimension: Dimension,
  selection: Selection,
  before: Selection | null,
): Breakdown {
  const order = query.orderBy ?? { metric: query.metrics[0] ?? 'sessions', direction: 'desc' };
  const isKnown = (metric: MetricId) => hasMetric(dimension, metric);
  const metrics = [...new Set([...query.metrics, order.metric])].filter(isKnown);
  const values = (of: Of) => valuesOf(query.metrics, of, isKnown);
  const groups = figures.groups(metrics, selection, dimension);
  const groupsBefore = before && figures.groups(metrics, before, dimension);

  const sorted = sortGroups(groups, order, dimension);
  const shown = sorted.slice(query.offset, query.offset + query.limit);
  const names = shown.map((id) => groups.name(id));
  const labels = dimension === 'product' ? figures.reading.from.products() : null;
  const rows = shown.map((id, index): StatsRow => ({
    dimensions: [names[index] ?? ''],
    ...labelOf(names[index] ?? '', labels),
    metrics: values(groups.of(id)),
    before: groupsBefore && values(groupsBefore.of(id)),
  }));

  const distinct = query.metrics.filter((metric) => isDistinct(dimension, metric));
  const rest = (from: Groups, of: Selection): MetricValues => {
    const isShown = new Set(shown);
    const sum = from.sumOf(from.ids().filter((id) => !isShown.has(id)));
    if (distinct.length === 0) return values(sum);
    return { ...values(sum), ...valuesOf(distinct, figures.rest(distinct, of, dimension, names, sum)) };
  };
  const count = sorted.length - shown.length;
  return {
    rows,
    rowCount: sorted.length,
    others:
      count === 0
        ? null
        : {
            count,
            metrics: rest(groups, selection),
            before: before && groupsBefore && rest(groupsBefore, before),
          },
  };
}

/** Values without a figure come last, equal ones in the order of their names. */
function sortGroups(
  groups: Groups,
  { metric, direction }: NonNullable<ParsedStatsQuery['orderBy']>,
  dimension: Dimension,
): number[] {
  const isKnown = hasMetric(dimension, metric);
  const keyed = groups.ids().map((id) => ({ id, value: isKnown ? metricOf(metric, groups.of(id)) : null }));
  const sign = direction === 'asc' ? 1 : -1;
  keyed.sort((a, b) => {
    if (a.value !== b.value) {
      if (a.value === null) return 1;
      if (b.value === null) return -1;
      return sign * (a.value - b.value);
    }
    return groups.name(a.id) < groups.name(b.id) ? -1 : 1;
  });
  return keyed.map(({ id }) => id);
}

function labelOf(code: string, products: ReadonlyMap<string, Product> | null): { readonly label?: string } {
  const name = products?.get(code)?.name ?? '';
  return name === '' ? {} : { label: name };
}
