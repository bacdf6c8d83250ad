import { type Database, insertRows, jsonParameters } from './database.ts';

/** A product as it was named somewhere; `name` is '' where it was not. */
export interface NamedProduct {
  readonly code: string;
  readonly name: string;
  /** Epoch ms; the latest name is the one shown. */
  readonly at: number;
}

/** The ids of products, unknown ones added; remembers each product's latest name, in whatever order they come. */
export function productIds(db: Database, products: Iterable<NamedProduct>): Map<string, number> {
  const latest = new Map<string, NamedProduct>();
  for (const product of products) {
    const known = latest.get(product.code);
    if (!known || known.name === '' || (product.name !== '' && isLater(product, known))) {
      latest.set(product.code, product);
    }
  }
  // A product without a name takes the first one it gets, whenever that was.
  const rows = [...latest.values()].map(({ code, name, at }) => [code, name, name === '' ? -1 : at]);
  insertRows(db, UPSERT_PRODUCT, rows);
  const ids = new Map<string, number>();
  for (const codes of jsonParameters(latest.keys())) {
    for (const { id, code } of db.all<{ id: number; code: string }>(SELECT_IDS, codes)) ids.set(code, id);
  }
  return ids;
}

const UPSERT_PRODUCT = `INSERT INTO product (code, name, name_at)
  SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?) WHERE true
  ON CONFLICT (code) DO UPDATE SET name = excluded.name, name_at = excluded.name_at
  WHERE excluded.name <> '' AND (excluded.name_at, excluded.name) > (name_at, name)`;

const SELECT_IDS = 'SELECT id, code FROM product WHERE code IN (SELECT value FROM json_each(?))';

function isLater(a: NamedProduct, b: NamedProduct): boolean {
  return a.at > b.at || (a.at === b.at && a.name > b.name);
}
