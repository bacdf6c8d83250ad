import type { Database } from '../database.ts';
import type { Dimension, MetricValues, ParsedStatsQuery, StatsAnswer, StatsRow } from '../query.ts';
import { hasMetric, isDistinct } from './dimension-rules.ts';
import { type Figures, sumOf, valuesOf } from './figures.ts';
import type { Measures } from './measures.ts';
import type { Groups } from './scan.ts';
import type { Selection } from './selection.ts';

export type Breakdown = Pick<StatsAnswer, 'rows' | 'others' | 'rowCount'>;

/** One row per value of the dimension, ordered and cut as the question says; what is cut off is one row together. */
export function breakDown(
  db: Database,
  figures: Figures,
  query: ParsedStatsQuery,
  dimension: Dimension,
  selection: Selection,
  before: Selection | null,
): Breakdown {
  const order = query.orderBy ?? { metric: query.metrics[0] ?? 'sessions', direction: 'desc' };
  const metrics = [...new Set([...query.metrics, order.metric])].filter((metric) =>
    hasMetric(dimension, metric),
  );
  const values = (measures: Measures) =>
    valuesOf(query.metrics, measures, (metric) => hasMetric(dimension, metric));
  const groups = figures.groups(metrics, selection, dimension);
  const groupsBefore = before && figures.groups(metrics, before, dimension);

  const sorted = sortKeys(groups, order, dimension);
  const shown = sorted.slice(query.offset, query.offset + query.limit);
  const labels = dimension === 'product' ? productNames(db, shown) : new Map<string, string>();
  const rows = shown.map((key): StatsRow => {
    const label = labels.get(key);
    return {
      dimensions: [key],
      ...(label === undefined ? {} : { label }),
      metrics: values(groups.get(key) ?? {}),
      before: groupsBefore && values(groupsBefore.get(key) ?? {}),
    };
  });

  const rest = (from: Groups, of: Selection): MetricValues => {
    const sum = sumOf([...from].filter(([key]) => !shownKeys.has(key)).map(([, measures]) => measures));
    const distinct = query.metrics.filter((metric) => isDistinct(dimension, metric));
    if (distinct.length === 0) return values(sum);
    return { ...values(sum), ...valuesOf(distinct, figures.rest(distinct, of, dimension, shown)) };
  };
  const shownKeys = new Set<string | number>(shown);
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
function sortKeys(
  groups: Groups,
  { metric, direction }: NonNullable<ParsedStatsQuery['orderBy']>,
  dimension: Dimension,
): string[] {
  const keyed = [...groups].map(([key, measures]) => ({
    key: String(key),
    value: hasMetric(dimension, metric) ? (valuesOf([metric], measures)[metric] ?? null) : null,
  }));
  const sign = direction === 'asc' ? 1 : -1;
  keyed.sort((a, b) => {
    if (a.value !== b.value) {
      if (a.value === null) return 1;
      if (b.value === null) return -1;
      return sign * (a.value - b.value);
    }
    return a.key < b.key ? -1 : 1;
  });
  return keyed.map(({ key }) => key);
}

function productNames(db: Database, codes: readonly string[]): Map<string, string> {
  const rows = db.all<{ code: string; name: string }>(
    `SELECT code, name FROM product WHERE name <> '' AND code IN (SELECT value FROM json_each(?))`,
    JSON.stringify(codes),
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}
