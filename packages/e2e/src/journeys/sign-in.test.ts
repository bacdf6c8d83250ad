import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser, openVisit, signInAs } from '../browser.ts';
import { expiredInCookie } from '../sealed-session.ts';

const origin = inject('origin');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('a merchant with one store signs in and is on its page', async () => {
  const { page, context, complaints } = await openVisit(browser, { baseURL: origin });
  await page.goto('/');
  await signInAs(page, 'merchant@fmdf.test');
  await page.waitForURL('**/stats/fmdf');
  expect(await page.title()).toContain('Fjord & Maple');
  expect(await page.locator('[data-metric="net_sales"]').first().textContent()).toContain('€');
  expect(complaints).toEqual([]);
  await context.close();
});

test('an agency chooses among its two stores, and only those', async () => {
  const { page, context, complaints } = await openVisit(browser, { baseURL: origin });
  await page.goto('/');
  await signInAs(page, 'agency@layerkick.test');
  await page.waitForURL('**/stores');
  const stores = await page
    .locator('main a[href^="/stats/"]')
    .evaluateAll((links) => links.map((a) => a.getAttribute('href')));
  expect([...new Set(stores)].toSorted()).toEqual(['/stats/fmdf', '/stats/northwind']);
  await page.getByRole('link', { name: 'Northwind Outfitters' }).click();
  await page.waitForURL('**/stats/northwind');
  await page.locator('output[data-metric="net_sales"]', { hasText: '£' }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('an admin sees every store', async () => {
  const { page, context } = await openVisit(browser, { baseURL: origin });
  await page.goto('/');
  await signInAs(page, 'admin@layerkick.test');
  await page.waitForURL('**/stores');
  const names = await page.getByRole('heading', { level: 2 }).allTextContents();
  // Other journeys may have opened more.
  expect(names).toEqual(expect.arrayContaining(['Fjord & Maple', 'Harbor Coffee', 'Northwind Outfitters']));
  await context.close();
});

test('somebody without a store is told whom to ask, and with which id', async () => {
  const { page, context, complaints } = await openVisit(browser, { baseURL: origin });
  await page.goto('/');
  await signInAs(page, 'outsider@example.test');
  await page.getByRole('heading', { name: 'You have no store yet' }).waitFor();
  expect(await page.locator('main').textContent()).toContain('user_01LKOUTSIDER');
  expect(complaints).toEqual([]);
  await context.close();
});

test('a store that may not be seen and one that does not exist are refused alike', async () => {
  const { page, context } = await openVisit(browser, { baseURL: origin });
  await page.goto('/');
  await signInAs(page, 'merchant@fmdf.test');
  await page.waitForURL('**/stats/fmdf');

  const seen: string[] = [];
  for (const slug of ['northwind', 'no-such-store']) {
    const response = await page.goto(`/stats/${slug}`);
    expect(response?.status()).toBe(403);
    const text = (await page.locator('body').innerText()).replace(/req [0-9a-f-]+/, 'req …');
    seen.push(text.replaceAll(slug, '<slug>'));
  }
  expect(seen[0]).toContain('You do not have access');
  expect(seen[0]).toBe(seen[1]);
  await context.close();
});

test('a deep link survives the sign-in, its state included', async () => {
  const { page, context, complaints } = await openVisit(browser, { baseURL: origin });
  await page.goto('/stats/fmdf?period=7d&metric=orders');
  await signInAs(page, 'merchant@fmdf.test');
  await page.waitForURL('**/stats/fmdf?period=7d&metric=orders');
  await page.getByRole('heading', { name: /^Orders by/ }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('an access token that ends mid-visit is renewed without anybody noticing', async () => {
  const { page, context, complaints } = await openVisit(browser, { baseURL: origin });
  await page.goto('/');
  await signInAs(page, 'merchant@fmdf.test');
  await page.waitForURL('**/stats/fmdf');

  const before = (await context.cookies()).find(({ name }) => name === 'wos-session');
  if (!before) throw new Error('there is no session cookie');
  const expired = await expiredInCookie(before.value, inject('cookiePassword'));
  await context.addCookies([{ ...before, value: expired }]);

  await page.getByRole('button', { name: /Last 30 days/ }).click();
  await page.getByRole('link', { name: 'Last 7 days' }).click();
  await page.waitForURL('**/stats/fmdf?period=7d');
  await page.getByRole('button', { name: /Last 7 days/ }).waitFor();
  await page.reload();
  expect(new URL(page.url()).pathname).toBe('/stats/fmdf');
  expect(complaints).toEqual([]);
  await context.close();
});

test('signing out ends the session, here and at WorkOS', async () => {
  const { page, context, complaints } = await openVisit(browser, { baseURL: origin });
  await page.goto('/');
  await signInAs(page, 'merchant@fmdf.test');
  await page.waitForURL('**/stats/fmdf');
  const session = (await context.cookies()).find(({ name }) => name === 'wos-session');

  await page.getByRole('button', { name: /account of/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/stats'));
  expect((await context.cookies()).filter(({ name }) => name.startsWith('wos-session'))).toEqual([]);

  // Somebody who kept the old cookie is not let in with it.
  if (session) await context.addCookies([session]);
  await page.goto('/stats/fmdf');
  await page.locator('a[data-user="merchant@fmdf.test"]').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
