import { html } from 'hono/html';
import { commerceFields, itemOf } from '../basket.ts';
import type { DemoCollection, DemoProduct, DemoShop } from '../shops/shop.ts';
import { type Html, homeOf, money, type ShopPage } from './layout.ts';
import { picture } from './picture.ts';
import type { ShopEvent } from './shop-events.ts';

const FEATURED = 8;

export function homePage(shop: DemoShop): ShopPage {
  const featured = shop.products.slice(0, FEATURED);
  return {
    title: '',
    main: html`<section class="hero">
        <h1>${shop.motto}</h1>
        <p>Made by people whose names we know.</p>
      </section>
      <h2>What others take home</h2>
      ${grid(shop, featured)}`,
    events: [listEvent('featured', featured)],
  };
}

export function collectionPage(shop: DemoShop, { handle, name }: DemoCollection): ShopPage {
  const products = shop.products.filter(({ collection }) => collection === handle);
  return {
    title: name,
    main: html`<h1>${name}</h1>
      ${grid(shop, products)}`,
    events: [listEvent(handle, products)],
  };
}

export function productPage(shop: DemoShop, product: DemoProduct): ShopPage {
  const fields = commerceFields(shop, [{ product, quantity: 1 }]);
  const added: ShopEvent[] = [['add_to_cart', fields]];
  return {
    title: product.name,
    main: html`<article class="product">
      ${pictureOf(shop, product)}
      <div>
        <h1>${product.name}</h1>
        <p class="quiet">${product.blurb}</p>
        <p class="price">${money(shop, product.price)}</p>
        <form method="post" action="${homeOf(shop)}/cart" data-layerkick="${JSON.stringify(added)}">
          <input type="hidden" name="product" value="${product.id}" />
          <input type="hidden" name="quantity" value="1" />
          <button>Add to cart</button>
        </form>
        <p class="quiet">Plus tax and shipping, free from ${money(shop, shop.freeShippingFrom)}.</p>
      </div>
    </article>`,
    events: [['view_item', fields]],
  };
}

export function missingPage(): ShopPage {
  return { title: 'Not found', main: html`<h1>There is nothing here</h1>` };
}

function pictureOf(shop: DemoShop, product: DemoProduct): Html {
  const collection = shop.collections.find(({ handle }) => handle === product.collection);
  return picture(product, collection?.picture ?? 'vessel');
}

function listEvent(list: string, products: readonly DemoProduct[]): ShopEvent {
  const items = products.map((product) => itemOf({ product, quantity: 1 }));
  return ['view_item_list', { props: { item_list_id: list }, items }];
}

function grid(shop: DemoShop, products: readonly DemoProduct[]): Html {
  return html`<ul class="grid">
    ${products.map(
      (product) =>
        html`<li>
          <a class="card" href="${homeOf(shop)}/products/${product.handle}">
            ${pictureOf(shop, product)}
            <span>${product.name}</span>
            <span class="price">${money(shop, product.price)}</span>
          </a>
        </li>`,
    )}
  </ul>`;
}
