import { countryName } from '../row-labels.server.ts';
import type { StoreOfPage } from '../store-of-page.server.ts';
import { filtersOf, searchesText, type ViewFilter } from '../view/filters.ts';
import { selectionOf } from '../view/queries.ts';
import type { StatsSearch } from '../view/search.schema.ts';
import { nameKey, type Names } from './filter-name.ts';

/** More than one page is narrowed by. */
const PRODUCTS = 1000;

/** How the values are called that a page is filtered by, where that is not the value itself. */
export function filterNames(store: StoreOfPage, search: StatsSearch): Promise<Names> {
  return namesIn(store, filtersOf(search), search);
}

/** Of any conditions. @param days whose products are asked for their names */
export async function namesIn(
  store: StoreOfPage,
  conditions: readonly ViewFilter[],
  days: StatsSearch,
): Promise<Names> {
  const filters = conditions.filter(({ op }) => !searchesText(op));
  const countries = filters.flatMap(({ dimension, values }) =>
    dimension === 'country'
      ? values.flatMap((code) => named('country', code, countryName(code, store.t.locale)))
      : [],
  );
  const products = filters.flatMap(({ dimension, values }) => (dimension === 'product' ? values : []));
  return Object.fromEntries([...countries, ...(await productNames(store, days, products))]);
}

async function productNames(
  store: StoreOfPage,
  search: StatsSearch,
  products: readonly string[],
): Promise<[string, string][]> {
  if (products.length === 0) return [];
  const { range, bots } = selectionOf(search);
  const rows = await store.attempt('names', async () => {
    const [answer] = await store.ask([
      {
        range,
        ...(bots ? { bots } : {}),
        filters: [{ dimension: 'product', op: 'is', values: [...products] }],
        metrics: ['product_views', 'units'],
        dimensions: ['product'],
        limit: PRODUCTS,
      },
    ]);
    return answer?.rows ?? [];
  });
  return (rows ?? []).flatMap(({ dimensions: [value = ''], label }) =>
    products.includes(value) ? named('product', value, label) : [],
  );
}

function named(
  dimension: 'country' | 'product',
  value: string,
  name: string | undefined,
): [string, string][] {
  return name === undefined ? [] : [[nameKey(dimension, value), name]];
}
