import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { demoShop } from '../shops/demo-shops.ts';
import type { DemoShop } from '../shops/shop.ts';
import { collectionPage, homePage, missingPage, productPage } from './browse-pages.ts';
import { changeCart, readCart, writeCart } from './cart-cookie.ts';
import { cartPage, checkoutPage, thankYouPage } from './checkout-pages.ts';
import { homeOf, layout, type ShopPage } from './layout.ts';
import { shopCss } from './shop-css.ts';
import { SHOP_JS } from './shop-events.ts';

/** A small shop to try LayerKick on, `/demo/:slug`. Its cart and last order are cookies; the server keeps nothing. */
export const storefront = new Hono<{ Variables: { shop: DemoShop } }>().basePath('/demo/:slug');
type ShopContext = Context<{ Variables: { shop: DemoShop } }>;

const CART = 'demo-cart';
const ORDER = 'demo-order';

/** As strict as a shop's can be; the tracker works under it. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

storefront.use(async (c, next) => {
  const shop = demoShop(c.req.param('slug') ?? '');
  if (!shop) return c.text('There is no such demo shop.', 404);
  c.set('shop', shop);
  c.header('content-security-policy', POLICY);
  c.header('cache-control', 'no-store');
  return next();
});

storefront.get('/shop.css', (c) =>
  c.body(shopCss(c.var.shop), 200, { 'content-type': 'text/css; charset=utf-8' }),
);
storefront.get('/shop.js', (c) => c.body(SHOP_JS, 200, { 'content-type': 'text/javascript; charset=utf-8' }));

storefront.get('/', (c) => show(c, homePage(c.var.shop)));

storefront.get('/collections/:handle', (c) => {
  const found = c.var.shop.collections.find(({ handle }) => handle === c.req.param('handle'));
  return found ? show(c, collectionPage(c.var.shop, found)) : missing(c);
});

storefront.get('/products/:handle', (c) => {
  const found = c.var.shop.products.find(({ handle }) => handle === c.req.param('handle'));
  return found ? show(c, productPage(c.var.shop, found)) : missing(c);
});

storefront.get('/cart', (c) => show(c, cartPage(c.var.shop, cartOf(c))));

const change = z.object({ product: z.string(), quantity: z.coerce.number().int().min(-20).max(20) });

storefront.post('/cart', async (c) => {
  const form = change.safeParse(await c.req.parseBody());
  const product = c.var.shop.products.find(({ id }) => id === form.data?.product);
  if (!form.success || !product) return c.text('There is no such product.', 400);
  remember(c, CART, writeCart(changeCart(cartOf(c), { product, quantity: form.data.quantity })));
  return c.redirect(`${homeOf(c.var.shop)}/cart`, 303);
});

storefront.get('/checkout', (c) => show(c, checkoutPage(c.var.shop, cartOf(c))));

storefront.post('/checkout', (c) => {
  const lines = cartOf(c);
  if (lines.length === 0) return c.redirect(`${homeOf(c.var.shop)}/cart`, 303);
  const order = `${c.var.shop.orderPrefix}-${crypto.randomUUID().slice(0, 8).toUpperCase()}`;
  remember(c, ORDER, writeCart(lines));
  remember(c, CART, '');
  return c.redirect(`${homeOf(c.var.shop)}/thank-you?order=${order}`, 303);
});

storefront.get('/thank-you', (c) => {
  const order = c.req.query('order') ?? '';
  const lines = readCart(c.var.shop, getCookie(c, ORDER));
  // Only what was just ordered is a purchase, and its number makes it the same one after a reload.
  if (!/^[A-Z]+-[0-9A-F]{8}$/.test(order) || lines.length === 0) return missing(c);
  return show(c, thankYouPage(c.var.shop, order, lines));
});

storefront.notFound((c) => c.text('There is nothing here.', 404));

function cartOf(c: ShopContext) {
  return readCart(c.var.shop, getCookie(c, CART));
}

function remember(c: ShopContext, name: string, value: string): void {
  setCookie(c, name, value, { path: homeOf(c.var.shop), httpOnly: true, sameSite: 'Lax' });
}

function show(c: ShopContext, page: ShopPage, status: 200 | 404 = 200) {
  return c.html(layout(c.var.shop, cartOf(c), page), status);
}

function missing(c: ShopContext) {
  return show(c, missingPage(), 404);
}
