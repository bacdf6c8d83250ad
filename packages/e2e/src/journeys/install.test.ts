import { createServer } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser, openVisit, seriousAccessibilityFindings, signInAs } from '../browser.ts';

const origin = inject('origin');
let browser: Browser;

/** A shop of one page, whose head its owner can change. */
const shop = { head: '', origin: '', policy: '' };
const server = createServer((_, response) => {
  const policy = shop.policy === '' ? {} : { 'content-security-policy': shop.policy };
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...policy });
  response.end(
    `<!doctype html><html lang="en"><head><title>Shop</title>${shop.head}</head><body>Shop</body></html>`,
  );
});

beforeAll(async () => {
  browser = await launchBrowser();
  await new Promise<void>((ready) => server.listen(0, 'localhost', ready));
  const address = server.address();
  shop.origin = `http://localhost:${typeof address === 'object' && address !== null ? address.port : 0}`;
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

test('from a new store to its first figures: the snippet, a look at the shop, an event, the numbers', async () => {
  const { page, context, complaints } = await openVisit(browser, { baseURL: origin });
  await page.goto('/admin/stores/new');
  await signInAs(page, 'admin@layerkick.test');
  await page.locator('[name=slug]').fill('fiveminutes');
  await page.locator('[name=timeZone]').fill('Europe/Berlin');
  await page.locator('[name=currency]').fill('EUR');
  await page.locator('[name=domains]').fill('shop.example');
  await page.getByRole('button', { name: 'Create the store' }).click();
  await page.waitForURL('**/admin/stores/fiveminutes');

  await page.goto('/stats/fiveminutes');
  await page.getByRole('link', { name: 'Step by step, for your shop system' }).click();
  await page.waitForURL('**/settings/install?store=fiveminutes');
  await page.getByText('Waiting. Open a page of the shop').waitFor();
  expect(await seriousAccessibilityFindings(page)).toEqual([]);
  const snippet = await page.locator('.snippet code').first().innerText();
  expect(snippet).toBe(`<script defer data-store="fiveminutes" src="${origin}/lk.js"></script>`);

  const found = async () => {
    await page.getByRole('button', { name: 'Check the page' }).click();
    await page.getByRole('list', { name: `Found on ${new URL(shop.origin).host}` }).waitFor();
    return page
      .locator('[data-finding]')
      .evaluateAll((items) => items.map((item) => item.getAttribute('data-finding')));
  };
  await page.getByLabel('Page of the shop').fill('http://169.254.169.254/latest/meta-data/');
  await page.getByRole('button', { name: 'Check the page' }).click();
  await page.getByText('That address is not on the public web.').waitFor();
  await page.getByLabel('Page of the shop').fill(`${shop.origin}/`);
  expect(await found()).toEqual(['missing']);
  shop.head = snippet.replace('fiveminutes', 'fmdf');
  expect(await found()).toEqual(['wrong_store']);
  shop.head = snippet;
  shop.policy = "default-src 'self'";
  expect(await found()).toEqual(['blocked_script']);
  shop.policy = '';
  expect(await found()).toEqual(['installed']);

  const customer = await context.newPage();
  await customer.goto(`${shop.origin}/`);
  await page.bringToFront();
  await page.getByText('It works: something arrived').waitFor();
  expect(await seriousAccessibilityFindings(page)).toEqual([]);
  await page.getByRole('link', { name: 'See the figures' }).click();
  await page.waitForURL('**/stats/fiveminutes*');
  await page.goto('/stats/fiveminutes?period=today');
  const sessions = page.locator('output[data-metric="sessions"]').first();
  expect(await sessions.getAttribute('data-value')).toBe('1');
  expect(complaints).toEqual([]);
  await context.close();
});

test('somebody who may see no store is shown no installation', async () => {
  const { page, context } = await openVisit(browser, { baseURL: origin, phone: true });
  await page.goto('/settings/install?store=fmdf');
  await signInAs(page, 'outsider@example.test');
  await page.getByText('You have no access to a store of this name.').waitFor();
  await context.close();
});
