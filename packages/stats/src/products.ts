import type { Database } from './database.ts';

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
  db.run(
    `INSERT INTO product (code, name, name_at)
     SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?) WHERE true
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, name_at = excluded.name_at
     WHERE excluded.name <> '' AND (excluded.name_at, excluded.name) > (name_at, name)`,
    // A product without a name takes the first one it gets, whenever that was.
    JSON.stringify([...latest.values()].map(({ code, name, at }) => [code, name, name === '' ? -1 : at])),
  );
  const rows = db.all<{ id: number; code: string }>(
    'SELECT id, code FROM product WHERE code IN (SELECT value FROM json_each(?))',
    JSON.stringify([...latest.keys()]),
  );
  return new Map(rows.map(({ id, code }) => [code, id]));
}

function isLater(a: NamedProduct, b: NamedProduct): boolean {
  return a.at > b.at || (a.at === b.at && a.name > b.name);
}
