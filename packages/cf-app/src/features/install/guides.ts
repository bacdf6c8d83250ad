import {
  type Installation,
  scriptTag,
  shopifyPixel,
  tagManagerTag,
  woocommercePhp,
} from '@layerkick/tracker/snippets';
import { msg, type Phrase } from '#/features/i18n/translate.ts';

export interface Guide {
  readonly id: string;
  readonly name: Phrase;
  readonly steps: readonly Phrase[];
  readonly code: (installation: Installation) => string;
}

const DATA_LAYER = () => `dataLayer.push({ ecommerce: null });
dataLayer.push({
  event: 'purchase',
  ecommerce: {
    transaction_id: '10042',
    currency: 'EUR',
    value: 59,
    tax: 11.21,
    shipping: 4.9,
    items: [{ item_id: 'FM-101', item_name: 'Birch candle', price: 29.5, quantity: 2 }],
  },
});`;

/** Where the snippet goes, by what the shop is made with. */
export const GUIDES: readonly Guide[] = [
  {
    id: 'shopify-pixel',
    name: msg('Shopify (custom pixel)'),
    steps: [
      msg('In Shopify: Settings → Customer events → Add custom pixel. Call it LayerKick.'),
      msg('Under Permission choose “Not required”: no cookies are set. Paste this code, save, and connect.'),
      msg(
        'It counts everything from the first page to the order, checkout included. Leave the snippet out of the theme.',
      ),
    ],
    code: shopifyPixel,
  },
  {
    id: 'shopify-theme',
    name: msg('Shopify (theme)'),
    steps: [
      msg('In Shopify: Online Store → Themes → … → Edit code → layout/theme.liquid.'),
      msg(
        'Paste the snippet before </head> and save. Themes do not reach the checkout: connect orders under Sources, or use the custom pixel instead.',
      ),
    ],
    code: scriptTag,
  },
  {
    id: 'woocommerce',
    name: msg('WooCommerce'),
    steps: [
      msg(
        'Paste this into functions.php of the child theme, or into a plugin for code snippets. It adds the snippet to every page and the purchase to the thank-you page.',
      ),
      msg('Where a plugin fills the data layer already, the snippet alone is enough.'),
    ],
    code: woocommercePhp,
  },
  {
    id: 'tag-manager',
    name: msg('Google Tag Manager'),
    steps: [
      msg('New tag → Custom HTML → paste this. Trigger: Initialization – All Pages. Publish.'),
      msg('What the container finds in its data layer for GA4 is counted as well.'),
    ],
    code: tagManagerTag,
  },
  {
    id: 'html',
    name: msg('Any other shop'),
    steps: [
      msg('Put the snippet into the head of every page, also of the checkout and the thank-you page.'),
      msg(
        'Pages that scripts show count by themselves. Tell carts and orders with layerkick(…), or with a data layer.',
      ),
    ],
    code: scriptTag,
  },
  {
    id: 'data-layer',
    name: msg('A shop with a GA4 data layer'),
    steps: [
      msg(
        "The snippet is all. Events of GA4’s e-commerce in window.dataLayer, or told by gtag('event', …), are counted as they are, before and after the script is there.",
      ),
      msg(
        'This is what a purchase looks like. Use the order number of the shop as transaction_id, so that browser and server mean one order.',
      ),
    ],
    code: DATA_LAYER,
  },
];
