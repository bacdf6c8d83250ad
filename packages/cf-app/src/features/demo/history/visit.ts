import type { DemoProduct, DemoShop } from '../shops/shop.ts';
import { type BasketLine, commerceFields, totalsOf } from '../basket.ts';
import type { Demand } from './demand.ts';
import { landingUrl, type Landing, type Origin } from './origins.ts';
import type { Random } from './random.ts';
import { Walk } from './walk.ts';

/** Shares of visits by how far they go; the rest looks around. */
const ORDERS = 0.0208;
const ABANDONED_CHECKOUTS = 0.024;
const ABANDONED_CARTS = 0.055;
const GLANCES = 0.41;

interface Circumstances {
  readonly shop: DemoShop;
  readonly random: Random;
  /** Epoch ms. */
  readonly start: number;
  readonly origin: Origin;
  readonly demand: Demand;
  /** The visitor's own, times the usual. */
  readonly willingness: number;
  readonly transaction: string;
}

export interface Visited {
  readonly walk: Walk;
  readonly bought: readonly BasketLine[] | null;
}

/** One visit from its first page to wherever it ends. */
export function visit(given: Circumstances): Visited {
  const { shop, random, origin, demand } = given;
  const walk = new Walk(shop, random, given.start);
  const first = random.zipf(shop.products);
  land(given, walk, first);

  const eager = origin.willingness * demand.willingness * given.willingness;
  const draw = random.next();
  const orders = ORDERS * eager;
  const checkouts = orders + ABANDONED_CHECKOUTS * origin.willingness * given.willingness;
  const carts = checkouts + ABANDONED_CARTS * origin.willingness;
  if (draw >= 1 - GLANCES) return { walk, bought: null };
  if (draw >= carts) {
    lookAround(given, walk, random.between(1, 5));
    return { walk, bought: null };
  }

  const lines = fillBasket(given, walk, first);
  if (draw >= checkouts) {
    if (random.chance(0.6)) viewCart(given, walk, lines);
    return { walk, bought: null };
  }
  viewCart(given, walk, lines);
  checkOut(given, walk, lines, draw < orders);
  return { walk, bought: draw < orders ? lines : null };
}

function land(given: Circumstances, walk: Walk, product: DemoProduct): void {
  const { shop, random, origin, demand } = given;
  const kind = origin.landings[random.between(0, origin.landings.length - 1)] ?? 'home';
  const { path, title } = pageFor(shop, random, kind, product);
  walk.land(landingUrl(shop, path, origin, demand.campaign), title, origin.referrer);
  if (kind === 'product') walk.happens('view_item', commerceFields(shop, [{ product, quantity: 1 }]));
  if (kind === 'collection') walk.happens('view_item_list');
}

function pageFor(shop: DemoShop, random: Random, kind: Landing, product: DemoProduct) {
  if (kind === 'product') return { path: `/products/${product.handle}`, title: product.name };
  if (kind === 'home') return { path: '/', title: '' };
  if (kind === 'collection') {
    const collection = random.zipf(shop.collections);
    return { path: `/collections/${collection.handle}`, title: collection.name };
  }
  const article = random.zipf(shop.articles);
  return { path: `/journal/${article.handle}`, title: article.title };
}

function lookAround({ shop, random }: Circumstances, walk: Walk, pages: number): void {
  for (let page = 0; page < pages; page++) {
    if (random.chance(0.12)) {
      walk.goTo('/search', 'Search');
      walk.happens('search');
    } else if (random.chance(0.3)) {
      const collection = random.zipf(shop.collections);
      walk.goTo(`/collections/${collection.handle}`, collection.name);
      walk.happens('view_item_list');
    } else {
      viewProduct(shop, walk, random.zipf(shop.products));
    }
  }
}

function viewProduct(shop: DemoShop, walk: Walk, product: DemoProduct): void {
  walk.goTo(`/products/${product.handle}`, product.name);
  walk.happens('view_item', commerceFields(shop, [{ product, quantity: 1 }]));
}

function fillBasket({ shop, random }: Circumstances, walk: Walk, first: DemoProduct): BasketLine[] {
  const count = random.weighted([
    { weight: 74, lines: 1 },
    { weight: 20, lines: 2 },
    { weight: 6, lines: 3 },
  ]).lines;
  const lines = new Map<string, BasketLine>();
  for (let index = 0; index < count; index++) {
    const product = index === 0 ? first : random.zipf(shop.products);
    const line = { product, quantity: random.chance(0.1) ? 2 : 1 };
    if (lines.has(product.id)) continue;
    viewProduct(shop, walk, product);
    walk.happens('add_to_cart', commerceFields(shop, [line]), true);
    lines.set(product.id, line);
  }
  return [...lines.values()];
}

function viewCart({ shop, demand }: Circumstances, walk: Walk, lines: readonly BasketLine[]): void {
  walk.goTo('/cart', 'Cart');
  walk.happens('view_cart', commerceFields(shop, lines, demand.discount));
}

function checkOut(given: Circumstances, walk: Walk, lines: readonly BasketLine[], buys: boolean): void {
  const { shop, random, demand } = given;
  const fields = commerceFields(shop, lines, demand.discount);
  walk.goTo('/checkout', 'Checkout');
  walk.happens('begin_checkout', fields);
  if (!buys && random.chance(0.5)) return;
  walk.happens('add_shipping_info', fields, true);
  if (!buys && random.chance(0.4)) return;
  walk.happens('add_payment_info', fields, true);
  if (!buys) return;
  const { tax, shipping } = totalsOf(shop, lines, demand.discount);
  walk.goTo('/thank-you', 'Thank you', random.chance(0.35) ? 'https://www.paypal.com/' : undefined);
  walk.happens('purchase', {
    ...fields,
    tax: tax / 100,
    shipping: shipping / 100,
    transaction_id: given.transaction,
  });
}
