import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { drawWhole, launchBrowser, openVisit, seriousAccessibilityFindings, signInAs } from '../browser.ts';

const origin = inject('origin');
// `npm run screenshots` keeps them in the documentation.
const pictures = resolve(
  import.meta.dirname,
  '../../../..',
  process.env['SCREENSHOTS'] === '1' ? 'docs/screenshots' : 'test-results',
);
let browser: Browser;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function visit(path: string, email: string, look: { phone?: boolean; dark?: boolean } = {}) {
  const opened = await openVisit(browser, { baseURL: origin, ...look });
  await opened.page.goto(path);
  await signInAs(opened.page, email);
  await opened.page.waitForURL(`${origin}${path}`);
  // Type that came after the first paint is there from the second on.
  if (process.env['SCREENSHOTS'] === '1') await opened.page.reload();
  return opened;
}

describe.each([
  ['stats-light', '/stats/fmdf', 'merchant@fmdf.test', {}],
  ['stats-dark', '/stats/fmdf', 'merchant@fmdf.test', { dark: true }],
  ['stats-phone', '/stats/fmdf', 'merchant@fmdf.test', { phone: true }],
  ['stats-empty', '/stats/harbor', 'admin@layerkick.test', {}],
  ['stats-empty-phone-dark', '/stats/harbor', 'admin@layerkick.test', { phone: true, dark: true }],
  ['stores', '/stores', 'admin@layerkick.test', {}],
  ['no-store', '/', 'outsider@example.test', {}],
] as const)('%s', (name, path, email, look) => {
  test('is readable for everybody, fits its window, and nothing complains', async () => {
    const { page, context, complaints } = await visit(path, email, look);
    expect(await seriousAccessibilityFindings(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await drawWhole(page, resolve(pictures, `${name}.png`));
    expect(complaints).toEqual([]);
    await context.close();
  });
});

test('while figures are under way their places stand there, which is readable, fits its window, and says so', async () => {
  const { page, context, complaints } = await visit('/stores', 'admin@layerkick.test');
  // Its type is there from the first visit on.
  await page.reload();
  const held = Promise.withResolvers<void>();
  await page.route('**/_serverFn/**', async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.getByRole('link', { name: 'Fjord & Maple' }).click();
  await page.getByText('Loading figures').waitFor();
  expect(await seriousAccessibilityFindings(page)).toEqual([]);
  await page.screenshot({ path: resolve(pictures, 'stats-loading.png') });
  held.resolve();
  await page.locator('output[data-metric="orders"]').first().waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('figures that cannot be asked for are said to be missing, which is readable and fits its window', async () => {
  const { page, context } = await visit('/stores', 'admin@layerkick.test');
  await page.route('**/_serverFn/**', (route) => route.abort());
  await page.getByRole('link', { name: 'Fjord & Maple' }).click();
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  expect(await seriousAccessibilityFindings(page)).toEqual([]);
  await page.screenshot({ path: resolve(pictures, 'stats-failed.png') });
  await context.close();
});

test('what is shown adds up to the cards: channels, products and countries to net sales', async () => {
  const { page, context } = await visit('/stats/fmdf', 'merchant@fmdf.test');
  const card = await page.locator('output[data-metric="net_sales"]').first().getAttribute('data-value');
  for (const panel of ['sources', 'products', 'countries']) {
    const cells = await page
      .locator(`[data-panel="${panel}"] tbody [data-metric="net_sales"]`)
      .evaluateAll((all) => all.map((cell) => Number(cell.getAttribute('data-value'))));
    expect(cells.reduce((sum, value) => sum + value, 0)).toBe(Number(card));
  }
  await context.close();
});

test('a row becomes a filter, the address holds it, and Back takes it away', async () => {
  const { page, context, complaints } = await visit('/stats/fmdf', 'merchant@fmdf.test');
  const row = page.locator('[data-panel="countries"] [data-row="AT"]');
  const orders = await row.locator('[data-metric="orders"]').getAttribute('data-value');
  const channel = `document.querySelector('[data-panel="sources"] [data-row="Organic Search"]')`;
  await page.evaluate(`${channel}.isOfBefore = true`);
  await row.getByRole('link').first().click();
  await page.waitForURL('**/stats/fmdf?country=AT');
  await page.getByRole('link', { name: /Remove the filter/ }).waitFor();
  await expectFigure(page, 'orders', orders);
  await page.locator('main[aria-busy="false"]').waitFor();
  // A row that stays is not drawn anew.
  expect(await page.evaluate(`${channel}.isOfBefore`)).toBe(true);
  await page.goBack();
  await page.waitForURL('**/stats/fmdf');
  await page.locator('[data-panel="countries"] [data-row="DE"]').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('a figure opens what it is made of; those of all other rows together and a selection do not', async () => {
  const { page, context, complaints } = await visit('/stats/fmdf', 'merchant@fmdf.test');
  const panel = page.locator('[data-panel="countries"]');
  const orders = panel.locator('[data-row="AT"] [data-metric="orders"]');
  await panel.locator('.others [data-metric="orders"]').click();
  await orders.click({ modifiers: ['Shift'] });
  await orders.click();
  await page.waitForURL(/explain=orders&row=country(?::|%3A)AT$/);
  await page.getByRole('dialog').waitFor();
  await page.goBack();
  await page.waitForURL('**/stats/fmdf');
  expect(complaints).toEqual([]);
  await context.close();
});

test('another card becomes the chart, another period the question', async () => {
  const { page, context, complaints } = await visit('/stats/fmdf', 'merchant@fmdf.test');
  await page.locator('.cards').getByRole('link', { name: 'Sessions', exact: true }).click();
  await page.getByRole('heading', { name: 'Sessions by day' }).waitFor();
  await page.getByRole('button', { name: /Last 30 days/ }).click();
  await page.getByRole('link', { name: 'Today' }).click();
  await page.getByRole('heading', { name: 'Sessions by hour' }).waitFor();
  expect(new URL(page.url()).search).toContain('period=today');
  expect(complaints).toEqual([]);
  await context.close();
});

test('the figures and the chart are in the page before any script runs', async () => {
  const signedIn = await visit('/stats/fmdf', 'merchant@fmdf.test');
  const cookies = await signedIn.context.cookies();
  const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: false });
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.goto('/stats/fmdf');
  expect(await page.locator('output[data-metric="orders"]').first().textContent()).toMatch(/^\d/);
  expect(await page.locator('section.chart svg path').count()).toBeGreaterThan(0);
  await context.close();
  await signedIn.context.close();
});

test.each([
  '?period=never',
  '?from=2026-13-40&to=x',
  '?metric[]=1',
  '?country=%00%ff',
  `?product=${'x'.repeat(3000)}`,
])('an address that makes no sense shows the page all the same: %s', async (search) => {
  const { page, context } = await visit('/stats/fmdf', 'merchant@fmdf.test');
  const response = await page.goto(`/stats/fmdf${search}`);
  expect(response?.status()).toBe(200);
  await page.locator('output[data-metric="net_sales"]').first().waitFor();
  await context.close();
});

async function expectFigure(page: Page, metric: string, value: string | null): Promise<void> {
  await page.locator(`output[data-metric="${metric}"][data-value="${value}"]`).first().waitFor();
}
