import { afterEach, expect, test, vi } from 'vitest';
import { watchDataLayer } from './data-layer.ts';

const FIELDS = { currency: 'EUR', value: 29, items: [{ item_id: 'candle' }] };

/** What is recorded of a shop's data layer, whose entries may be there already or come later. */
function recordedOf(before: unknown[] | undefined, later: readonly unknown[] = []) {
  const recorded: unknown[] = [];
  const shop: { dataLayer?: unknown[] | undefined } = { dataLayer: before };
  vi.stubGlobal('window', shop);
  watchDataLayer((...call) => recorded.push(call));
  for (const entry of later) shop.dataLayer?.push(entry);
  return { recorded, layer: shop.dataLayer };
}

/** As `function gtag() { dataLayer.push(arguments); }` makes them. */
function gtag(...call: unknown[]): unknown {
  const entry = { ...call, length: call.length };
  return Object.assign(entry, { [Symbol.iterator]: call[Symbol.iterator].bind(call) });
}

afterEach(() => vi.unstubAllGlobals());

test.each([
  ['an object with `ecommerce`', { event: 'add_to_cart', ecommerce: FIELDS }],
  ['a call of gtag', gtag('event', 'add_to_cart', FIELDS)],
  ['an array', ['event', 'add_to_cart', FIELDS]],
])('%s is recorded, whether it is there already or comes later', (_, entry) => {
  expect(recordedOf([entry]).recorded).toEqual([['add_to_cart', FIELDS]]);
  expect(recordedOf(undefined, [entry]).recorded).toEqual([['add_to_cart', FIELDS]]);
});

test.each([
  'view_item',
  'view_item_list',
  'view_cart',
  'search',
  'add_to_cart',
  'remove_from_cart',
  'begin_checkout',
  'add_shipping_info',
  'add_payment_info',
  'purchase',
  'refund',
])('%s is an event of commerce', (name) => {
  expect(recordedOf([gtag('event', name, FIELDS)]).recorded).toEqual([[name, FIELDS]]);
});

test.each([
  ['page views, which are counted already', gtag('event', 'page_view', FIELDS)],
  ['searches that Google counts by itself', gtag('event', 'view_search_results', FIELDS)],
  ['conversions of Google Ads', gtag('event', 'conversion', { send_to: 'AW-1/x', value: 29 })],
  ['settings', gtag('config', 'G-1', {})],
  ['what the tag manager says to itself', { event: 'gtm.click', 'gtm.element': {} }],
  ['what is there for other tags', { event: 'purchase', user_data: { email: 'ann@shop.example' } }],
  ['an emptied entry', { ecommerce: null }],
  ['functions', () => {}],
  ['nothing', null],
  ['numbers', 5],
])('not recorded: %s', (_, entry) => {
  expect(recordedOf([entry], [entry]).recorded).toEqual([]);
});

test('the shop’s own push goes on as before, also where several come at once', () => {
  const push = vi.fn(() => 7);
  const { layer, recorded } = recordedOf(Object.assign([], { push }));
  const entries = [{ event: 'a' }, gtag('event', 'purchase', FIELDS)];
  expect(layer?.push(...entries)).toBe(7);
  expect(push).toHaveBeenCalledWith(...entries);
  expect(recorded).toHaveLength(1);
});
