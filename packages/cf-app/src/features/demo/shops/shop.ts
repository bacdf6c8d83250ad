/** A made-up shop: what the demo storefront sells and what its generated history is about. */
export interface DemoShop {
  readonly slug: string;
  readonly name: string;
  readonly motto: string;
  /** Where its generated visits take place. A reserved name: nobody's shop. */
  readonly host: string;
  readonly locale: string;
  readonly currency: string;
  readonly timeZone: string;
  /** Before each transaction id. */
  readonly orderPrefix: string;
  /** Minor units. */
  readonly shipping: number;
  /** Minor units of goods from which shipping is free. */
  readonly freeShippingFrom: number;
  /** On top of the prices, as a fraction. */
  readonly taxRate: number;
  readonly accent: string;
  readonly collections: readonly DemoCollection[];
  /** Most wanted first. */
  readonly products: readonly DemoProduct[];
  readonly articles: readonly DemoArticle[];
}

export type PictureKind = 'textile' | 'vessel' | 'candle' | 'bag';

export interface DemoCollection {
  readonly handle: string;
  readonly name: string;
  /** What its products are drawn as. */
  readonly picture: PictureKind;
}

export interface DemoProduct {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly collection: string;
  /** Minor units, before tax. */
  readonly price: number;
  readonly blurb: string;
}

export interface DemoArticle {
  readonly handle: string;
  readonly title: string;
}

export type ProductRow = readonly [
  handle: string,
  name: string,
  collection: string,
  price: number,
  blurb: string,
];

/** Products with ids counted up from the shop's prefix. */
export function products(prefix: string, rows: readonly ProductRow[]): DemoProduct[] {
  return rows.map(([handle, name, collection, price, blurb], index) => ({
    id: `${prefix}-${101 + index}`,
    handle,
    name,
    collection,
    price,
    blurb,
  }));
}
