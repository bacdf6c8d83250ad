import { createServer } from 'node:http';
import { scriptTag, shopifyPixel } from '@layerkick/tracker/snippets';

export interface FixturePage {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const ITEMS = `items: [{ item_id: 'candle', item_name: 'Candle', price: 29, quantity: 1 }]`;

/** One page per thing that a shop does; each includes the tag that the install page shows. */
function pagesFor(collector: string): Readonly<Record<string, FixturePage>> {
  const tag = scriptTag({ origin: collector, slug: 'fmdf' });
  const page = (body: string, head = tag): FixturePage => ({
    html: `<!doctype html><html><head><title>Shop</title>${head}</head><body>${body}</body></html>`,
  });
  return {
    '/plain': page('<a href="/next">Next</a>'),
    '/next': page('<p>Next</p>'),
    '/twice': page('', tag + tag),
    '/spa': page('<p>App</p>'),
    '/prerenders': page(
      `<script type="speculationrules">{"prerender":[{"source":"list","urls":["/ahead"],"eagerness":"immediate"}]}</script>
      <script>fetch('/go-on').then(() => { location.href = '/ahead'; });</script>`,
    ),
    '/ahead': page(
      `<p>Ahead</p><script>addEventListener('load', () => { window.layerkick?.('view_item', { ${ITEMS} }); if (document.prerendering) fetch('/loaded'); });</script>`,
    ),
    '/strict-policy': {
      ...page(''),
      headers: {
        'content-security-policy': `default-src 'none'; script-src ${collector}; connect-src ${collector}; require-trusted-types-for 'script'`,
      },
    },
    '/consent': page('', tag.replace('defer', 'defer data-consent')),
    '/another-collector': page(
      '',
      `<script defer data-store="fmdf" data-api="${collector}/api/event" src="/own/lk.js"></script>`,
    ),
    '/early-calls': page(
      `<script>
        window.layerkick ??= (...call) => void (layerkick.q ??= []).push(call);
        layerkick('add_to_cart', { currency: 'EUR', value: 29, ${ITEMS} });
      </script>`,
    ),
    '/data-layer': page(
      `<script>
        window.dataLayer = window.dataLayer || [];
        dataLayer.push({ event: 'gtm.js' });
        dataLayer.push({ ecommerce: null });
        dataLayer.push({ event: 'view_item', ecommerce: { currency: 'EUR', value: 29, ${ITEMS} } });
        dataLayer.push({ event: 'sign_up', user_data: { email: 'ann@shop.example' } });
      </script>
      <button onclick="dataLayer.push({ event: 'add_to_cart', ecommerce: { currency: 'EUR', value: 29, ${ITEMS} } })">Add</button>`,
    ),
    '/gtag': page(
      `<script>
        window.dataLayer = window.dataLayer || [];
        function gtag() { dataLayer.push(arguments); }
        gtag('js', new Date());
        gtag('config', 'G-FIXTURE');
        gtag('event', 'page_view');
        gtag('event', 'view_item', { currency: 'EUR', value: 29, ${ITEMS} });
      </script>
      <button onclick="gtag('event', 'purchase', { transaction_id: '10042', currency: 'EUR', value: 29, tax: 4.63, shipping: 4.9, ${ITEMS} })">Buy</button>`,
    ),
    '/pixel': page(
      `<iframe sandbox="allow-scripts" src="/pixel-sandbox"></iframe>`,
      // The theme includes nothing: the pixel tells everything.
      '',
    ),
    '/pixel-sandbox': page(
      `<script>
        const subscribed = new Map();
        const analytics = { subscribe: (name, listener) => subscribed.set(name, listener) };
      </script>
      <script>${shopifyPixel({ origin: collector, slug: 'fmdf' })}</script>
      <script>{
        const context = { document: { location: { href: 'https://shop.example/checkouts/1/thank-you' }, referrer: 'https://www.google.com/' } };
        const product = { id: '7', title: 'Candle', type: 'Light' };
        const variant = { id: '70', price: { amount: 29, currencyCode: 'EUR' }, product };
        const line = { merchandise: variant, quantity: 2, cost: { totalAmount: { amount: 58, currencyCode: 'EUR' } } };
        const checkout = {
          order: { id: 'gid://shopify/Order/450789469' }, currencyCode: 'EUR', subtotalPrice: { amount: 54 }, totalTax: { amount: 8.62 },
          shippingLine: { price: { amount: 4.9 } },
          lineItems: [{ title: 'Candle', quantity: 2, variant, discountAllocations: [{ amount: { amount: 4 } }] }],
        };
        const data = {
          page_viewed: {}, collection_viewed: { collection: { productVariants: [variant] } }, search_submitted: { searchResult: { query: 'candle' } },
          product_viewed: { productVariant: variant }, product_added_to_cart: { cartLine: line }, product_removed_from_cart: { cartLine: line },
          cart_viewed: { cart: { lines: [line] } }, checkout_started: { checkout: { ...checkout, order: null } },
          checkout_shipping_info_submitted: { checkout }, payment_info_submitted: { checkout }, checkout_completed: { checkout },
        };
        for (const [name, told] of Object.entries(data)) {
          subscribed.get(name)({ id: name, name, timestamp: new Date().toISOString(), context, data: told });
        }
      }</script>`,
      '',
    ),
  };
}

export interface FixtureShop {
  readonly origin: string;
  /** When a path that is no page was asked for. */
  until(path: string): Promise<void>;
  /** Answers whoever waits for a path. */
  allow(path: string): void;
  close(): void;
}

export async function startFixtureShop(collector: string): Promise<FixtureShop> {
  const pages = pagesFor(collector);
  const gates = new Map<string, PromiseWithResolvers<void>>();
  const gate = (path: string) => {
    const known = gates.get(path) ?? Promise.withResolvers<void>();
    gates.set(path, known);
    return known;
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://shop').pathname;
    const page = pages[path] ?? (path.startsWith('/spa') ? pages['/spa'] : undefined);
    if (path === '/own/lk.js') {
      response.writeHead(302, { location: `${collector}/lk.js` }).end();
      return;
    }
    if (path === '/go-on') {
      void gate(path).promise.then(() => response.writeHead(204).end());
      return;
    }
    if (!page) {
      gate(path).resolve();
      response.writeHead(204).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers }).end(page.html);
  });
  await new Promise<void>((ready) => server.listen(0, 'localhost', ready));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('Not listening');
  return {
    origin: `http://localhost:${address.port}`,
    until: (path) => gate(path).promise,
    allow: (path) => gate(path).resolve(),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
