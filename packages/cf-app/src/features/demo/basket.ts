import type { DemoProduct, DemoShop } from './shops/shop.ts';
import type { DemoEvent } from './history/walk.ts';

export interface BasketLine {
  readonly product: DemoProduct;
  readonly quantity: number;
}

type Item = NonNullable<DemoEvent['items']>[number];

/** A product as GA4's `items` have it; `price` is what is paid per unit after `discount`. Amounts are major units. */
export function itemOf({ product, quantity }: BasketLine, discount = 0): Item {
  const off = Math.round(product.price * discount);
  return {
    item_id: product.id,
    item_name: product.name,
    item_category: product.collection,
    price: (product.price - off) / 100,
    quantity,
    ...(off > 0 ? { discount: off / 100 } : {}),
  };
}

/** What a basket comes to, minor units: goods after discount and before tax, shipping, tax. */
export function totalsOf(shop: DemoShop, lines: readonly BasketLine[], discount = 0) {
  const goods = lines.reduce(
    (sum, { product, quantity }) => sum + (product.price - Math.round(product.price * discount)) * quantity,
    0,
  );
  const shipping = goods >= shop.freeShippingFrom ? 0 : shop.shipping;
  return { goods, shipping, tax: Math.round((goods + shipping) * shop.taxRate) };
}

/** `items`, `value` and `currency` of an event about these lines. */
export function commerceFields(
  shop: DemoShop,
  lines: readonly BasketLine[],
  discount = 0,
): Partial<DemoEvent> {
  return {
    currency: shop.currency,
    value: totalsOf(shop, lines, discount).goods / 100,
    items: lines.map((line) => itemOf(line, discount)),
  };
}
