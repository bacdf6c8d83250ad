import { html } from 'hono/html';
import { type BasketLine, commerceFields, totalsOf } from '../basket.ts';
import type { DemoShop } from '../shops/shop.ts';
import { type Html, homeOf, money, type ShopPage } from './layout.ts';
import type { ShopEvent } from './shop-events.ts';

export function cartPage(shop: DemoShop, lines: readonly BasketLine[]): ShopPage {
  if (lines.length === 0) return emptyPage(shop);
  const home = homeOf(shop);
  return {
    title: 'Cart',
    main: html`<div class="narrow">
      <h1>Cart</h1>
      <table>
        <tbody>
          ${lines.map((line) => {
            const removed: ShopEvent[] = [['remove_from_cart', commerceFields(shop, [line])]];
            return html`<tr>
              <th scope="row">${line.product.name} × ${line.quantity}</th>
              <td>
                <form method="post" action="${home}/cart" data-layerkick="${JSON.stringify(removed)}">
                  <input type="hidden" name="product" value="${line.product.id}" />
                  <input type="hidden" name="quantity" value="-${line.quantity}" />
                  <button class="plain" aria-label="Remove ${line.product.name}">Remove</button>
                  ${money(shop, line.product.price * line.quantity)}
                </form>
              </td>
            </tr>`;
          })}
        </tbody>
        ${sums(shop, lines)}
      </table>
      <p><a class="button" href="${home}/checkout">Check out</a></p>
    </div>`,
    events: [['view_cart', commerceFields(shop, lines)]],
  };
}

export function checkoutPage(shop: DemoShop, lines: readonly BasketLine[]): ShopPage {
  if (lines.length === 0) return emptyPage(shop);
  const fields = commerceFields(shop, lines);
  const chosen: ShopEvent[] = [
    ['add_shipping_info', fields],
    ['add_payment_info', fields],
  ];
  return {
    title: 'Checkout',
    main: html`<div class="narrow">
      <h1>Checkout</h1>
      <form method="post" action="${homeOf(shop)}/checkout" data-layerkick="${JSON.stringify(chosen)}">
        <fieldset>
          <legend>Delivery</legend>
          <label><input type="radio" name="delivery" value="standard" checked /> Standard, 2–3 days</label>
          <label><input type="radio" name="delivery" value="pickup" /> Pick-up point</label>
        </fieldset>
        <fieldset>
          <legend>Payment</legend>
          <label><input type="radio" name="payment" value="invoice" checked /> Invoice</label>
          <label
            ><input type="radio" name="payment" value="card" /> Card, though no number is asked for</label
          >
        </fieldset>
        <table>
          ${sums(shop, lines)}
        </table>
        <p><button>Place order</button></p>
      </form>
    </div>`,
    events: [['begin_checkout', fields]],
  };
}

export function thankYouPage(shop: DemoShop, order: string, lines: readonly BasketLine[]): ShopPage {
  const { shipping, tax } = totalsOf(shop, lines);
  const purchase = { ...commerceFields(shop, lines), shipping: shipping / 100, tax: tax / 100 };
  return {
    title: 'Thank you',
    main: html`<div class="narrow">
      <h1>Thank you</h1>
      <p>
        Your order <strong data-order="${order}">${order}</strong> is on its way to nowhere. It shows
        <a class="link" href="/stats/${shop.slug}"><u>in LayerKick</u></a> within seconds.
      </p>
      <table>
        ${sums(shop, lines)}
      </table>
      <p><a class="button" href="${homeOf(shop)}">Look around some more</a></p>
    </div>`,
    events: [['purchase', { ...purchase, transaction_id: order }]],
  };
}

function emptyPage(shop: DemoShop): ShopPage {
  return {
    title: 'Cart',
    main: html`<div class="narrow">
      <h1>Your cart is empty</h1>
      <p><a class="button" href="${homeOf(shop)}">Find something</a></p>
    </div>`,
  };
}

function sums(shop: DemoShop, lines: readonly BasketLine[]): Html {
  const { goods, shipping, tax } = totalsOf(shop, lines);
  const rows = [
    ['Goods', goods],
    ['Shipping', shipping],
    ['Tax', tax],
    ['Total', goods + shipping + tax],
  ] as const;
  return html`<tfoot>
    ${rows.map(
      ([label, amount]) =>
        html`<tr>
          <th scope="row">${label}</th>
          <td>${money(shop, amount)}</td>
        </tr>`,
    )}
  </tfoot>`;
}
