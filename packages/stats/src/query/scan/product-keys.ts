import type { Codes, Coded } from '../../columns/coded.ts';
import type { GroupBy } from './group-by.ts';
import type { Reading } from './reading.ts';

/** What products are told apart by where they are: each by itself, or by their collections; null otherwise. */
export function productKeys(
  reading: Reading,
  group: GroupBy,
  products: () => Coded,
): { readonly codes: Codes; readonly groups: Uint32Array } | null {
  if ('over' in group || (group.by !== 'product' && group.by !== 'collection')) return null;
  const { codes, values } = products();
  if (group.by === 'product') return { codes, groups: group.names.ids(values) };
  const known = reading.from.products();
  const collections = values.map((product) => known.get(product)?.collection ?? '');
  return { codes, groups: group.names.ids(collections) };
}
