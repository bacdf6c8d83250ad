import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { api } from '../../../api/app.ts';

const HOME = 'http://localhost:3051/demo/fmdf';
const on = { ...env, DEMO_STOREFRONT: '1' } as Env;

/** A browser that keeps cookies and follows no redirect. */
function customer() {
  const cookies = new Map<string, string>();
  return async (path: string, form?: Record<string, string>): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const body = form ? { method: 'POST', body: new URLSearchParams(form) } : {};
    const response = await api.fetch(new Request(HOME + path, { ...body, headers: { cookie } }), on);
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
}

/** What the page tells LayerKick when it is shown. */
function eventsOf(page: string): [string, { value?: number; transaction_id?: string }][] {
  return JSON.parse(/data-layerkick>(.*?)<\/script>/.exec(page)?.[1] ?? '[]');
}

test('there is no demo shop unless a variable says so', async () => {
  expect((await api.fetch(new Request(HOME), env)).status).toBe(404);
});

test('the whole way: look, put into the cart, buy', async () => {
  const visit = customer();
  const home = await (await visit('')).text();
  expect(home).toContain('<script defer data-store="fmdf" src="/lk.js"></script>');
  expect(eventsOf(home).map(([name]) => name)).toEqual(['view_item_list']);

  const product = await (await visit('/products/maple-board')).text();
  expect(eventsOf(product)).toMatchObject([['view_item', { currency: 'EUR', value: 59 }]]);

  expect((await visit('/cart', { product: 'FM-102', quantity: '2' })).headers.get('location')).toBe(
    '/demo/fmdf/cart',
  );
  expect(eventsOf(await (await visit('/cart')).text())).toMatchObject([['view_cart', { value: 118 }]]);
  expect(eventsOf(await (await visit('/checkout')).text())).toMatchObject([
    ['begin_checkout', { value: 118 }],
  ]);

  const ordered = await visit('/checkout', {});
  expect(ordered.status).toBe(303);
  const thanks = (ordered.headers.get('location') ?? '').replace('/demo/fmdf', '');
  const [purchase] = eventsOf(await (await visit(thanks)).text());
  expect(purchase).toMatchObject(['purchase', { value: 118, shipping: 0, tax: 22.42 }]);
  expect(thanks).toContain(purchase?.[1].transaction_id ?? 'no number');
  expect(eventsOf(await (await visit('/cart')).text())).toEqual([]);
});

test('two orders have two numbers', async () => {
  const numbers = new Set<string | null>();
  for (let order = 0; order < 2; order++) {
    const visit = customer();
    await visit('/cart', { product: 'FM-101', quantity: '1' });
    numbers.add((await visit('/checkout', {})).headers.get('location'));
  }
  expect(numbers.size).toBe(2);
});

test.each([
  ['/products/no-such-product', 404],
  ['/collections/no-such-collection', 404],
  ['/thank-you?order=FM-00000000', 404],
  ['/thank-you?order=<script>', 404],
  ['/nowhere', 404],
])('GET %s: %i', async (path, status) => {
  expect((await customer()(path)).status).toBe(status);
});

test.each([
  [{ product: 'FM-999', quantity: '1' }],
  [{ product: 'FM-101', quantity: 'many' }],
  [{ product: 'FM-101', quantity: '1e9' }],
  [{}],
])('POST /cart %j: 400', async (form: Record<string, string>) => {
  expect((await customer()('/cart', form)).status).toBe(400);
});

test('ordering nothing leads back to the cart', async () => {
  expect((await customer()('/checkout', {})).headers.get('location')).toBe('/demo/fmdf/cart');
});
