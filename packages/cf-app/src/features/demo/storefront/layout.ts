import { html } from 'hono/html';
import type { BasketLine } from '../basket.ts';
import type { DemoShop } from '../shops/shop.ts';
import { eventsScript, type ShopEvent } from './shop-events.ts';

export type Html = ReturnType<typeof html>;

export interface ShopPage {
  readonly title: string;
  readonly main: Html;
  /** What being shown this page means. */
  readonly events?: readonly ShopEvent[];
}

/** A whole page of the shop, with the snippet that every shop puts into its own. */
export function layout(shop: DemoShop, cart: readonly BasketLine[], page: ShopPage): Html {
  const home = homeOf(shop);
  const count = cart.reduce((sum, { quantity }) => sum + quantity, 0);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title ? `${page.title} – ${shop.name}` : shop.name}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${home}/shop.css" />
        <script defer data-store="${shop.slug}" src="/lk.js"></script>
        <script defer src="${home}/shop.js"></script>
      </head>
      <body>
        <p class="note">
          A demo shop: nothing is delivered, but every visit and order shows
          <a href="/stats/${shop.slug}">in LayerKick</a>.
        </p>
        <header class="bar">
          <a class="brand" href="${home}">${shop.name}</a>
          <nav aria-label="Shop">
            ${shop.collections.map(
              ({ handle, name }) => html`<a href="${home}/collections/${handle}">${name}</a>`,
            )}
            <a href="${home}/cart">Cart (${count})</a>
          </nav>
        </header>
        <main>${page.main}</main>
        <footer>${shop.name} · ${shop.motto}</footer>
        ${page.events ? eventsScript(page.events) : ''}
      </body>
    </html>`;
}

export function homeOf(shop: DemoShop): string {
  return `/demo/${shop.slug}`;
}

/** @param minor minor units */
export function money(shop: DemoShop, minor: number): string {
  const format = new Intl.NumberFormat(shop.locale, { style: 'currency', currency: shop.currency });
  return format.format(minor / 100);
}
