import type { Codes, Coded } from '../../columns/coded.ts';
import type { GroupBy } from './group-by.ts';
import type { Names } from './names.ts';
import type { Reading } from './reading.ts';

/** What products are told apart by where they are: each by itself, or by their collections; null otherwise. */
export function productKeys(
  reading: Pick<Reading, 'from'>,
  group: GroupBy,
  products: () => Coded,
): { readonly codes: Codes; readonly groups: Uint32Array } | null {
  if ('over' in group || (group.by !== 'product' && group.by !== 'collection')) return null;
  const { codes, values } = products();
  if (group.by === 'product') return { codes, groups: group.names.ids(values) };
  return { codes, groups: collectionIds(reading, group.names, values) };
}

/** The collections of some products. */
export function collectionIds(
  reading: Pick<Reading, 'from'>,
  names: Names,
  products: readonly string[],
): Uint32Array {
  const known = reading.from.products();
  return names.ids(products.map((product) => known.get(product)?.collection ?? ''));
}
