import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { findChromium } from '../../../../scripts/run/chromium.ts';
import { browseAlone } from './browse-alone.ts';
import { RecordingCollector } from './collector.ts';
import { type FixtureShop, startFixtureShop } from './fixture-shop.ts';

let collector: RecordingCollector;
let shop: FixtureShop;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  collector = await RecordingCollector.start();
  shop = await startFixtureShop(collector.origin);
  browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-sync', '--no-first-run'],
    // Playwright switches it off, and it is part of what is promised.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
});
afterAll(async () => {
  await browser.close();
  shop.close();
  collector.close();
});

beforeEach(async () => {
  collector.forget();
  context = await browser.newContext({ baseURL: shop.origin });
  page = await context.newPage();
  complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
});
afterEach(async () => {
  // Nothing of this is the shop's business.
  expect(complaints).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  await context.close();
});

const names = () => collector.events.map(({ name }) => name);
const views = () =>
  collector.events.filter(({ name }) => name === 'page_view').map(({ url }) => url.replace(shop.origin, ''));
const arrival = (name: string) =>
  collector.until(({ events }) => events.some((event) => event.name === name));
const viewsOf = (count: number) => collector.until(() => views().length >= count);

test('/plain: one page view, as text that needs no preflight, and nothing is left in the browser', async () => {
  await page.goto('/plain#reviews', { referer: 'https://www.google.com/' });
  await viewsOf(1);
  expect(collector.methods).toEqual(['POST']);
  expect(collector.arrived).toMatchObject([
    {
      v: 1,
      store: 'fmdf',
      origin: shop.origin,
      contentType: 'text/plain;charset=UTF-8',
      events: [{ name: 'page_view', url: `${shop.origin}/plain`, referrer: 'https://www.google.com/' }],
    },
  ]);
  await page.waitForFunction('localStorage.length === 0');
});

test('/plain: how long a page was looked at is told when it is left', async () => {
  await page.clock.install();
  await page.goto('/plain');
  await viewsOf(1);
  await page.clock.fastForward(65_000);
  await page.getByRole('link').click();
  await arrival('user_engagement');
  const [engagement] = collector.events.filter(({ name }) => name === 'user_engagement');
  expect(engagement).toMatchObject({ url: `${shop.origin}/plain`, props: { ms: expect.any(Number) } });
  const { ms } = z.object({ ms: z.number() }).parse(engagement?.['props']);
  expect(ms).toBeGreaterThanOrEqual(65_000);
});

test('/plain: leaving a page that nobody touched for an hour begins no visit', async () => {
  await page.clock.install();
  await page.goto('/plain');
  await viewsOf(1);
  await page.clock.fastForward('01:00:00');
  await page.getByRole('link').click();
  await viewsOf(2);
  expect(names()).toEqual(['page_view', 'page_view']);
});

test('/twice: a tag that is there twice counts once', async () => {
  await page.goto('/twice');
  await page.evaluate(`layerkick('a_sign')`);
  await arrival('a_sign');
  expect(names()).toEqual(['page_view', 'a_sign']);
});

test('/spa: pages that scripts show count by their path, each with the page before as its referrer', async () => {
  await page.goto('/spa?utm_source=news');
  await page.evaluate(
    `history.pushState({}, '', '/spa/a'); history.replaceState({}, '', '/spa/b?sort=price')`,
  );
  await page.evaluate(`history.replaceState({}, '', '/spa/b?sort=name')`);
  await page.evaluate(`history.back()`);
  await viewsOf(4);
  expect(views()).toEqual(['/spa?utm_source=news', '/spa/a', '/spa/b?sort=price', '/spa?utm_source=news']);
  const [, second] = collector.events;
  expect(second).toMatchObject({ referrer: `${shop.origin}/spa?utm_source=news` });
});

test('/plain, /next: a page that the browser kept counts again when it is restored', async () => {
  await page.goto('/plain');
  await viewsOf(1);
  await page.evaluate(`addEventListener('pageshow', ({ persisted }) => { window.restored = persisted; })`);
  await page.getByRole('link').click();
  await viewsOf(2);
  await page.goBack({ waitUntil: 'commit' });
  await viewsOf(3);
  expect(views()).toEqual(['/plain', '/next', '/plain']);
  expect(await page.evaluate('window.restored')).toBe(true);
});

test('/prerenders: a page that is loaded ahead of time counts when it is shown, and never before', async () => {
  // Playwright attaches to a page before it is shown, and then it is not loaded ahead.
  const alone = await browseAlone(`${shop.origin}/prerenders`);
  await viewsOf(1);
  await shop.until('/loaded');
  expect(views()).toEqual(['/prerenders']);
  shop.allow('/go-on');
  await arrival('view_item');
  expect(names()).toEqual(['page_view', 'page_view', 'view_item']);
  expect(views()).toEqual(['/prerenders', '/ahead']);
  await alone.close();
});

test('offline, then online: what could not be sent is kept and arrives once, under one id', async () => {
  await page.goto('/plain');
  await viewsOf(1);
  await context.setOffline(true);
  await page.evaluate(`layerkick('add_to_cart', { value: 29 })`);
  await page.waitForFunction(`localStorage['lk:fmdf']?.includes('add_to_cart')`);
  complaints = complaints.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'));
  const kept = await page.evaluate(`JSON.parse(localStorage['lk:fmdf'])[1].batch`);
  await context.setOffline(false);
  await arrival('add_to_cart');
  expect(collector.arrived.at(-1)?.batch).toBe(kept);
  await page.waitForFunction('localStorage.length === 0');
  complaints = complaints.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'));
});

describe.each([429, 503])('/plain, and the collector answers %i', (status) => {
  test('Retry-After is obeyed, on the next page as well, and the id stays the same', async () => {
    collector.answers.push({ status, retryAfter: 30 });
    await page.clock.install();
    await page.goto('/plain');
    await viewsOf(1);
    await page.waitForFunction(`JSON.parse(localStorage['lk:fmdf'])[0] > 0`);
    await page.getByRole('link').click();
    await page.waitForFunction(`JSON.parse(localStorage['lk:fmdf']).length === 3`);
    await page.clock.fastForward(20_000);
    await page.evaluate(`dispatchEvent(new Event('online'))`);
    expect(collector.arrived).toHaveLength(1);
    await page.clock.fastForward(11_000);
    await page.evaluate(`layerkick('a_sign')`);
    await page.clock.fastForward(1000);
    await page.waitForFunction('localStorage.length === 0');
    const [refused, ...taken] = collector.arrived;
    expect(taken.map(({ batch }) => batch)).toContain(refused?.batch);
    expect(new Set(taken.map(({ batch }) => batch)).size).toBe(taken.length);
    complaints = complaints.filter((text) => !text.includes(`status of ${status}`));
  });
});

test('/strict-policy: works where nothing is allowed but its own host', async () => {
  await page.goto('/strict-policy');
  await viewsOf(1);
});

test('/plain with Global Privacy Control: nothing is sent or stored, and the shop’s calls do nothing', async () => {
  await page.addInitScript(`Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })`);
  await page.goto('/plain');
  await page.evaluate(`layerkick('add_to_cart', { value: 29 }); layerkick('consent', true)`);
  await page.getByRole('link').click();
  await page.waitForURL('/next');
  expect(await page.evaluate('localStorage.length')).toBe(0);
  expect(collector.methods).toEqual([]);
});

describe('/consent', () => {
  test('nothing is sent or stored before the visitor agrees; then the page counts that they are on', async () => {
    await page.goto('/consent');
    await page.evaluate(`layerkick('add_to_cart', { value: 29 }); history.pushState({}, '', '/spa/shown')`);
    expect(await page.evaluate('localStorage.length')).toBe(0);
    await page.evaluate(`layerkick('consent', true); layerkick('add_to_cart', { value: 5 })`);
    await arrival('add_to_cart');
    expect(views()).toEqual(['/spa/shown']);
    expect(collector.events).toMatchObject([{ name: 'page_view' }, { name: 'add_to_cart', value: 5 }]);
  });

  test('who withdraws sends nothing any more, and nothing stays', async () => {
    await page.goto('/consent');
    await page.evaluate(`layerkick('consent', true)`);
    await viewsOf(1);
    await page.evaluate(`layerkick('consent', false); layerkick('add_to_cart', { value: 29 })`);
    await page.goto('/consent');
    await page.evaluate(`layerkick('consent', true)`);
    await viewsOf(2);
    expect(names()).toEqual(['page_view', 'page_view']);
  });
});

test('/another-collector: `data-api` says where to send', async () => {
  await page.goto('/another-collector');
  await viewsOf(1);
});

test('/early-calls: what is called before the script is there waits for it', async () => {
  await page.goto('/early-calls');
  await arrival('add_to_cart');
  expect(names()).toEqual(['page_view', 'add_to_cart']);
});

const CANDLE = { currency: 'EUR', value: 29, items: [{ item_id: 'candle', price: 29, quantity: 1 }] };

test('/data-layer: what a shop pushes for Google arrives without a line of code, before and after, and nothing personal', async () => {
  await page.goto('/data-layer');
  await page.getByRole('button').click();
  await arrival('add_to_cart');
  expect(collector.events).toMatchObject([
    { name: 'page_view' },
    { name: 'view_item', ...CANDLE },
    { name: 'add_to_cart', ...CANDLE },
  ]);
  expect(JSON.stringify(collector.arrived)).not.toContain('ann@shop.example');
});

test('/gtag: so does what it calls gtag for, without page views twice', async () => {
  await page.goto('/gtag');
  await page.getByRole('button').click();
  await arrival('purchase');
  expect(collector.events).toMatchObject([
    { name: 'page_view' },
    { name: 'view_item', ...CANDLE },
    { name: 'purchase', ...CANDLE, transaction_id: '10042', tax: 4.63, shipping: 4.9 },
  ]);
});

test('/pixel: Shopify’s events from its sandbox, under the shop’s addresses', async () => {
  await page.goto('/pixel');
  await arrival('purchase');
  expect(names()).toEqual([
    'page_view',
    'view_item_list',
    'search',
    'view_item',
    'add_to_cart',
    'remove_from_cart',
    'view_cart',
    'begin_checkout',
    'add_shipping_info',
    'add_payment_info',
    'purchase',
  ]);
  expect(collector.arrived[0]?.origin).toBe('null');
  expect(collector.events[0]).toMatchObject({
    url: 'https://shop.example/checkouts/1/thank-you',
    referrer: 'https://www.google.com/',
  });
  expect(collector.events.at(-1)).toMatchObject({
    transaction_id: '450789469',
    currency: 'EUR',
    tax: 8.62,
    shipping: 4.9,
    items: [
      { item_id: '7', item_name: 'Candle', item_category: 'Light', price: 27, discount: 2, quantity: 2 },
    ],
  });
  expect(collector.events.find(({ name }) => name === 'add_to_cart')).toMatchObject({
    currency: 'EUR',
    value: 58,
    items: [{ item_id: '7', price: 29, quantity: 2 }],
  });
});

test('a browser that belongs to the shop says so with every batch, until it no longer does', async () => {
  await page.goto('/plain');
  await page.evaluate(`layerkick('internal')`);
  await page.goto('/next');
  await page.evaluate(`layerkick('a_sign')`);
  await arrival('a_sign');
  expect(collector.arrived.at(-1)).toMatchObject({ mark: 'internal' });
  await page.evaluate(`layerkick('internal', false)`);
  await page.goto('/plain');
  await page.evaluate(`layerkick('another')`);
  await arrival('another');
  // This browser is steered by a program, and browsers tell.
  expect(collector.arrived.at(-1)).toMatchObject({ mark: true });
});

test('whatever the shop passes, its page goes on', async () => {
  await page.goto('/plain');
  await page.evaluate(`
    const round = {}; round.self = round;
    layerkick('a', round); layerkick('b', { big: 1n }); layerkick('c', null); layerkick('d', 5);
    dataLayer.push(round, null, 5, { event: 'purchase', ecommerce: round }, ['event', 'purchase', round]);
    layerkick('a_sign');`);
  await arrival('a_sign');
});
