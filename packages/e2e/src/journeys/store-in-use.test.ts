import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser, openVisit, seriousAccessibilityFindings, signInAs } from '../browser.ts';

const origin = inject('origin');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Fjord & Maple's merchant at a page of theirs. */
async function merchantAt(path: string) {
  const visit = await openVisit(browser, { baseURL: origin });
  await visit.page.goto(path);
  await signInAs(visit.page, 'merchant@fmdf.test');
  await visit.page.waitForURL(`**${path}`);
  return visit;
}

test('a merchant watches somebody come, fill a cart and order', async () => {
  const merchant = await merchantAt('/stats/fmdf');
  await merchant.page.locator('.live-link [data-live-visitors]').waitFor();
  await merchant.page.locator('.live-link').click();
  await merchant.page.waitForURL('**/stats/fmdf/live');
  await merchant.page.locator('main[data-live="live"]').waitFor();
  const before = await live(merchant.page);

  const customer = await openVisit(browser, { baseURL: origin });
  await customer.page.goto('/demo/fmdf?utm_source=Ecosia');
  await shows(merchant.page, { visitors: before.visitors + 1, cart: before.cart });
  await customer.page
    .getByRole('link', { name: /Birch candle/ })
    .first()
    .click();
  await customer.page.getByRole('button', { name: 'Add to cart' }).click();
  await shows(merchant.page, { visitors: before.visitors + 1, cart: before.cart + 2900 });
  expect(await merchant.page.getByRole('region', { name: 'Open carts' }).innerText()).toContain('Ecosia');
  expect(await seriousAccessibilityFindings(merchant.page)).toEqual([]);

  await customer.page.getByRole('link', { name: 'Check out' }).click();
  await merchant.page.locator(`[data-step="checkout"][data-value="${before.checkout + 2900}"]`).waitFor();
  await customer.page.getByRole('button', { name: 'Place order' }).click();
  await merchant.page.locator(`[data-step="order"][data-value="${before.ordered + 2900}"]`).waitFor();
  const orders = merchant.page.getByRole('region', { name: /^Orders/ });
  expect(await orders.getByRole('listitem').first().innerText()).toContain('€29.00');

  expect(merchant.complaints).toEqual([]);
  await customer.context.close();
  await merchant.context.close();
});

test('where no line can be held, the live view says so and shows how it was', async () => {
  const merchant = await merchantAt('/stats/fmdf');
  await merchant.page.routeWebSocket('**/api/live/**', (socket) => socket.close());
  await merchant.page.goto('/stats/fmdf/live');
  await merchant.page.getByText('The live connection is down.').waitFor();
  expect(await merchant.page.locator('main [data-live-visitors]').count()).toBe(1);
  await merchant.context.close();
});

async function live(page: Page) {
  const number = async (selector: string, name: string) =>
    Number(await page.locator(selector).getAttribute(name));
  return {
    visitors: await number('main [data-live-visitors]', 'data-live-visitors'),
    cart: await number('[data-step="cart"]', 'data-value'),
    checkout: await number('[data-step="checkout"]', 'data-value'),
    ordered: await number('[data-step="order"]', 'data-value'),
  };
}

async function shows(page: Page, { visitors, cart }: { visitors: number; cart: number }): Promise<void> {
  await page.locator(`main [data-live-visitors="${visitors}"]`).waitFor();
  await page.locator(`[data-step="cart"][data-value="${cart}"]`).waitFor();
}
