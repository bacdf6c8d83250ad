import type { Dimension } from '@layerkick/stats/dimensions';
import type { MetricId } from '@layerkick/stats/metrics';
import type { Denial } from '#/features/auth/person.ts';
import { rowName } from '../panels/row-words.ts';
import { type StoreOfPage, storeOfPage } from '../store-of-page.server.ts';
import { filtersOf, questionFilters } from '../view/filters.ts';
import { selectionOf } from '../view/queries.ts';
import { parseSearch } from '../view/search.schema.ts';
import type { KnownValue } from './known-value.ts';

const MOST_VALUES = 500;

/** What tells how much a value matters, where sessions cannot be told by the dimension. */
const MATTERS: Partial<Record<Dimension, MetricId>> = {
  product: 'product_views',
  collection: 'product_views',
  customer: 'orders',
};

/** The values of a dimension on the page's days, those that matter most first. */
export async function knownValues(
  slug: string,
  rawSearch: Record<string, unknown>,
  dimension: Dimension,
): Promise<readonly KnownValue[] | Denial> {
  const store = await storeOfPage(slug);
  return store.ok ? valuesFor(store, rawSearch, dimension) : store;
}

/** The same for whoever was let in. */
export async function valuesFor(
  store: StoreOfPage,
  rawSearch: Record<string, unknown>,
  dimension: Dimension,
): Promise<readonly KnownValue[]> {
  const search = parseSearch(rawSearch);
  const [answer] = await store.ask([
    {
      ...selectionOf(search),
      compare: undefined,
      // Conditions of the dimension itself would hide what they leave out.
      filters: questionFilters(filtersOf(search).filter((filter) => filter.dimension !== dimension)),
      metrics: [MATTERS[dimension] ?? 'sessions'],
      dimensions: [dimension],
      limit: MOST_VALUES,
    },
  ]);
  if (!answer) return [];
  return answer.rows.map((row) => ({
    value: row.dimensions[0] ?? '',
    name: rowName(row, dimension, store.t),
  }));
}
